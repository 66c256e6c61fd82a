import { pathOf, shown, type Shown } from '../../expression/condition.ts';
import type { Expression } from '../../expression/expression.ts';
import { mapParts } from '../../expression/map-parts.ts';
import { variable, withNarrowed, type Scope } from '../../expression/scope.ts';
import type { StepPlan } from '../../ir/step.ts';
import { fieldOf } from '../../shape/member.ts';
import { isMaybe } from '../../shape/type-of-shape.ts';
import type { Place } from '../../diagnostics/place.ts';
import { claimVariable, journalName, type WorkflowContext } from './step-context.ts';

/** A condition prepared for what it shows: paths that it tests are bound to variables, so that what follows may rely on them. */
export interface Narrowed {
  readonly before: readonly StepPlan[];
  readonly condition: Expression;
  /** The scope where the condition holds, and where it does not. */
  readonly holds: Scope;
  readonly fails: Scope;
}

/**
 * TypeScript forgets what a test of `order.email` has shown as soon as a function begins, and every step is one. So a
 * tested path is bound to a constant first, and read through it where the test has shown it to be present.
 */
export function narrowing(condition: Expression, scope: Scope, place: Place, context: WorkflowContext): Narrowed {
  const { shapes } = context.integration.environment;
  const known = { holds: shown(condition, true, shapes), fails: shown(condition, false, shapes) };
  const before: StepPlan[] = [];
  const variables = new Map<string, Expression>();
  for (const { of: tested, narrow } of [...known.holds, ...known.fails]) {
    const path = pathOf(tested);
    const tells = isMaybe(tested.type) || narrow(tested.type).shape !== tested.type.shape;
    if (path === undefined || variables.has(path) || !tells) continue;
    if (tested.kind === 'name' && !context.hoisted.has(tested.name)) {
      variables.set(path, tested);
      continue;
    }
    const value = throughVariables(tested, variables, context);
    const name = claimVariable(variableFor(tested), context);
    variables.set(path, variable(name, value.type));
    before.push({
      kind: 'bind',
      name: journalName(name, context),
      place,
      bind: { name, type: value.type, hoisted: false },
      value,
    });
  }
  return {
    before,
    condition: substitute(condition, variables),
    holds: narrowedBy(known.holds, variables, scope),
    fails: narrowedBy(known.fails, variables, scope),
  };
}

/** `order.customer.name`, tested after `order.customer`: bound before the test, so nothing is known of `order.customer` yet. */
function throughVariables(
  tested: Expression,
  variables: ReadonlyMap<string, Expression>,
  context: WorkflowContext,
): Expression {
  const path = pathOf(tested);
  const bound = path === undefined ? undefined : variables.get(path);
  if (bound !== undefined || tested.kind !== 'field') return bound ?? tested;
  const of = throughVariables(tested.of, variables, context);
  const member = of === tested.of ? undefined : fieldOf(of.type, tested.field, context.integration.environment.shapes);
  return member !== undefined && 'found' in member ? { ...tested, of, type: member.found } : tested;
}

function narrowedBy(known: readonly Shown[], variables: ReadonlyMap<string, Expression>, scope: Scope): Scope {
  const bindings = new Map<string, Expression>();
  for (const { of: tested, narrow } of known) {
    const path = pathOf(tested);
    const bound = path === undefined ? undefined : (bindings.get(path) ?? variables.get(path));
    if (path !== undefined && bound !== undefined) bindings.set(path, { ...bound, type: narrow(bound.type) });
  }
  const narrowed = [...bindings].map(([path, bound]) => ({ path, bound }));
  let result = scope;
  for (const { path, bound } of narrowed) {
    result = withNarrowed(result, path, bound);
    // `order.customer` is read through its variable now, so `order.customer.name` begins with that.
    for (const owner of narrowed) {
      const start = pathOf(owner.bound);
      if (start !== undefined && path !== owner.path && path.startsWith(owner.path))
        result = withNarrowed(result, start + path.slice(owner.path.length), bound);
    }
  }
  return result;
}

/** The condition with tested paths read through their variables; what is known of them within the condition stays known. */
function substitute(condition: Expression, variables: ReadonlyMap<string, Expression>): Expression {
  const path = pathOf(condition);
  const bound = path === undefined ? undefined : variables.get(path);
  return bound === undefined
    ? mapParts(condition, (part) => substitute(part, variables))
    : { ...bound, type: condition.type };
}

/** `order.customer.email` → customerEmail, `found.results[0]` → resultsItem. */
function variableFor(expression: Expression): string {
  if (expression.kind === 'name') return `${expression.name}Found`;
  if (expression.kind === 'index') return `${variableFor(expression.of)} item`;
  if (expression.kind !== 'field') return 'value';
  return expression.of.kind === 'name'
    ? `${expression.of.name} ${expression.field}`
    : `${variableFor(expression.of)} ${expression.field}`;
}
