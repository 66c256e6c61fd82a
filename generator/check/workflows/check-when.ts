import type { Place, SpecPath } from '../../diagnostics/place.ts';
import { checkCondition } from '../../expression/check-expression.ts';
import type { Expression } from '../../expression/expression.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import { leaves } from '../../ir/leaves.ts';
import { unionTypes } from '../../expression/union-types.ts';
import type { WhenStep } from '../../spec/types.ts';
import { FAILED } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { checkSteps } from './check-steps.ts';
import { narrowing } from './narrowing.ts';
import { journalName, type BoundStep, type StepResult, type WorkflowContext } from './step-context.ts';

/**
 * A branch. What its steps bind is known after it, too: for certain where both sides bind it, else as something that
 * may be missing.
 */
export function checkWhenStep(step: WhenStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { report, environment } = context.integration;
  const checked = checkCondition(step.when, { scope, environment });
  if (checked.problems !== undefined) report.problems(checked.problems, [...at, 'when']);
  if (checked.ok === undefined || !report.varies(checked.ok, step.when, [...at, 'when'])) {
    const branches = [
      checkSteps(step.then, [...at, 'then'], scope, context),
      checkSteps(step.else ?? [], [...at, 'else'], scope, context),
    ];
    const names = branches.flatMap((branch) => [...branch.scope.names.keys()]).filter((name) => !scope.names.has(name));
    return { steps: [], bound: [], scope: names.reduce((after, name) => withName(after, name, FAILED), scope) };
  }
  const place = report.place(at);
  const narrowed = narrowing(checked.ok, scope, place, context);
  const after = checkBranches(
    {
      name: journalName(step.id ?? 'when', context),
      place,
      test: narrowed.condition,
      scopes: { holds: narrowed.holds, fails: narrowed.fails, after: scope },
    },
    {
      then: (inner) => checkSteps(step.then, [...at, 'then'], inner, context),
      else: (inner) => checkSteps(step.else ?? [], [...at, 'else'], inner, context),
    },
    context,
  );
  const steps = after.steps.map((one) => ({ ...one, ...note(step) }));
  return { ...after, steps: [...narrowed.before, ...steps] };
}

/** A branch whose condition was checked; what is known where it holds, where it does not, and after it. */
export interface Branches {
  readonly name: string;
  readonly place: Place;
  readonly test: Expression;
  readonly scopes: { readonly holds: Scope; readonly fails: Scope; readonly after: Scope };
}

export function checkBranches(
  { name, place, test, scopes }: Branches,
  sides: { readonly then: (scope: Scope) => StepResult; readonly else: (scope: Scope) => StepResult },
  context: WorkflowContext,
): StepResult {
  const then = sides.then(scopes.holds);
  const shared = shareVariables(then.bound, context);
  const otherwise = sides.else(scopes.fails);
  shared.restore();
  const plan = { kind: 'when', name, place, test, then: then.steps, else: otherwise.steps } as const;
  // What is behind a side that ends the run or leaves the loop is reached from the other side alone, and knows what that shows.
  const ends = { then: leaves(then.steps), else: leaves(otherwise.steps) };
  const bound = ends.then ? otherwise.bound : ends.else ? then.bound : afterBranches(then.bound, otherwise.bound);
  let after = ends.then ? scopes.fails : ends.else ? scopes.holds : scopes.after;
  for (const one of bound)
    after = withName(after, one.id, {
      expression: one.variable,
      onRead: () => context.hoisted.set(one.variable.name, one.variable.type),
    });
  return { steps: [plan], scope: after, bound };
}

/** Both sides of a branch use one variable for the same id: the names of the first side are free for the second. */
function shareVariables(bound: readonly BoundStep[], context: WorkflowContext): { readonly restore: () => void } {
  for (const { variable: one } of bound) context.taken.delete(one.name);
  return {
    restore: () => {
      for (const { variable: one } of bound) context.taken.add(one.name);
    },
  };
}

function afterBranches(then: readonly BoundStep[], otherwise: readonly BoundStep[]): readonly BoundStep[] {
  const ids = new Set([...then, ...otherwise].map((one) => one.id));
  return [...ids].flatMap((id) => {
    const sides = [then, otherwise]
      .map((side) => side.find((one) => one.id === id)?.variable)
      .filter((one) => one !== undefined);
    const [first] = sides;
    if (first === undefined) return [];
    const type = unionTypes(sides.map((side) => side.type));
    const merged = variable(first.name, sides.length === 2 ? type : { ...type, optional: true });
    return merged.kind === 'name' ? [{ id, variable: merged }] : [];
  });
}
