import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import type { Expression } from '../../expression/expression.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import { BOOLEAN } from '../../expression/types.ts';
import type { StepPlan } from '../../ir/step.ts';
import { expand, isMaybe, present } from '../../shape/type-of-shape.ts';
import type { UpsertStep } from '../../spec/types.ts';
import { failedStep } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { callOf, checkCallStep } from './check-call-step.ts';
import { checkBranches } from './check-when.ts';
import { claimVariable, journalName, type StepResult, type WorkflowContext } from './step-context.ts';

/** Find, then update or create: a call, a value, and a branch. The id stands for what was updated or created. */
export function checkUpsertStep(step: UpsertStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { report } = context.integration;
  const where: SpecPath = [...at, 'upsert'];
  const found = findOf(step, [...where, 'find'], scope, context);
  if (found === undefined) return failedStep(step.id, scope);
  const sides = (side: 'update' | 'create', inner: Scope): StepResult => {
    const { call, with: sent } = step.upsert[side];
    const of = { call, ...(step.id !== undefined && { id: step.id }), ...(sent !== undefined && { with: sent }) };
    return checkCallStep(of, [...where, side], inner, context);
  };
  const known = withName(scope, 'found', { expression: { ...found.value, type: present(found.value.type) } });
  const after = checkBranches(
    {
      name: journalName(`${step.id ?? 'upsert'}-found`, context),
      place: report.place(at),
      test: { kind: 'present', of: found.value, type: BOOLEAN },
      scopes: { holds: known, fails: scope, after: scope },
    },
    { then: (inner) => sides('update', inner), else: (inner) => sides('create', inner) },
    context,
  );
  const [first, ...rest] = found.steps;
  return { ...after, steps: [...(first === undefined ? [] : [{ ...first, ...note(step) }]), ...rest, ...after.steps] };
}

interface Found {
  readonly steps: readonly StepPlan[];
  /** A variable that holds what was found, or nothing. */
  readonly value: Expression;
}

function findOf(step: UpsertStep, at: SpecPath, scope: Scope, context: WorkflowContext): Found | undefined {
  const { report, environment } = context.integration;
  const { call, with: sent, match } = step.upsert.find;
  const id = `${step.id ?? 'upsert'}Answer`;
  const asked = callOf(
    { id, call, ...(sent !== undefined && { with: sent }), onError: [{ code: 'not_found', then: 'continue' }] },
    at,
    scope,
    context,
  );
  if (asked === undefined) return undefined;
  const { plan, type } = asked;
  if (type === undefined || (match === undefined && expand(type.shape, environment.shapes).kind === 'array')) {
    const needs = type === undefined ? `a response of '${call}'` : "'match': the answer is a list";
    report.add('FR2015', { what: "'find'", needs }, [...at, 'call']);
    return undefined;
  }
  const answer = variable(claimVariable(id, context), type);
  const name = answer.kind === 'name' ? answer.name : id;
  const bound: StepPlan = { ...plan, bind: { name, type, hoisted: false } };
  if (match === undefined) return { steps: [bound], value: answer };
  // Nothing that was not found has anything in it: what is missing on the way is missing in the end.
  const checked = checkExpression(match, {
    scope: withName(scope, 'answer', { expression: { ...answer, type: present(type) } }),
    environment,
  });
  if (checked.ok === undefined) {
    report.problems(checked.problems, [...at, 'match']);
    return undefined;
  }
  if (!isMaybe(checked.ok.type)) {
    report.varies({ kind: 'present', of: checked.ok, type: BOOLEAN }, match, [...at, 'match']);
    return undefined;
  }
  const value: Expression = {
    kind: 'conditional',
    test: { kind: 'present', of: answer, type: BOOLEAN },
    then: checked.ok,
    else: { kind: 'literal', value: undefined, type: { shape: { kind: 'never' }, optional: true, nullable: false } },
    type: { ...checked.ok.type, optional: true },
  };
  const foundName = claimVariable(`${step.id ?? 'upsert'} found`, context);
  const place = report.place([...at, 'match']);
  const bind = { name: foundName, type: value.type, hoisted: false };
  return {
    steps: [bound, { kind: 'bind', name: journalName(foundName, context), place, bind, value }],
    value: variable(foundName, value.type),
  };
}
