import type { SpecPath } from '../../diagnostics/place.ts';
import { checkExpression } from '../../expression/check-expression.ts';
import type { Expression } from '../../expression/expression.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import { unionTypes } from '../../expression/union-types.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeType } from '../../shape/describe.ts';
import type { Type } from '../../shape/type.ts';
import type { BindPlan, CarryPlan } from '../../ir/step.ts';
import type { Carried, ForEachStep } from '../../spec/types.ts';
import { typeOfSpecShape } from '../models/registry.ts';
import { checkData } from '../values/check-data.ts';
import { checkName } from './bind.ts';
import { claimVariable, journalName, type BoundStep, type WorkflowContext } from './step-context.ts';
import { widened } from './widened.ts';

/** Values that go from round to round, before the loop's steps are checked. */
export interface Carrying {
  /** What the loop's steps see: each value by its name. */
  readonly inner: Scope;
  /** Checks what each is after a round, in the scope that the round leaves; undefined where one is wrong (reported). */
  finish(body: Scope): readonly CarryPlan[] | undefined;
  /** The values after the loop, as steps that bind them. */
  after(scope: Scope): {
    readonly steps: readonly BindPlan[];
    readonly scope: Scope;
    readonly bound: readonly BoundStep[];
  };
}

interface Value {
  readonly name: string;
  readonly carried: Carried;
  readonly at: SpecPath;
  readonly state: string;
  readonly inner: string;
  readonly type: Type;
  readonly from: Expression | undefined;
}

export function startCarrying(step: ForEachStep, at: SpecPath, scope: Scope, context: WorkflowContext): Carrying {
  const { report, environment } = context.integration;
  const values = Object.entries(step.carry ?? {}).map(([name, carried]) =>
    startValue(name, carried, [...at, 'carry', name], scope, context),
  );
  if (step.carry !== undefined && Object.hasOwn(step.carry, step.forEach))
    report.add('FR2009', { name: step.forEach, first: 'the item of this loop', second: 'this carried value' }, [
      ...at,
      'carry',
      step.forEach,
    ]);
  return {
    inner: values.reduce(
      (inner, value) => withName(inner, value.name, { expression: variable(value.inner, value.type) }),
      scope,
    ),
    finish(body) {
      const plans = values.flatMap(({ carried, at: where, state, inner, type, from }): readonly CarryPlan[] => {
        const next = checkExpression(carried.next, { scope: body, environment });
        if (next.ok === undefined) report.problems(next.problems, [...where, 'next']);
        if (next.ok === undefined || from === undefined) return [];
        if (!fits(next.ok.type, type, [...where, 'next'], context)) return [];
        return [{ state, inner, type, from, next: next.ok }];
      });
      return plans.length === values.length ? plans : undefined;
    },
    after(outer) {
      let after = outer;
      const bound: BoundStep[] = [];
      const steps = values.map(({ name, at: where, state, type }): BindPlan => {
        const last = claimVariable(`final ${name}`, context);
        const read = variable(last, type);
        after = withName(after, name, { expression: read });
        if (read.kind === 'name') bound.push({ id: name, variable: read });
        return {
          kind: 'bind',
          name: journalName(last, context),
          place: report.place(where),
          bind: { name: last, type, hoisted: false },
          value: variable(state, type),
        };
      });
      return { steps, scope: after, bound };
    },
  };
}

function startValue(name: string, carried: Carried, at: SpecPath, scope: Scope, context: WorkflowContext): Value {
  const { integration } = context;
  const { report, environment } = integration;
  checkName(name, 'this carried value', at, scope, report);
  let from = firstValue(carried, at, scope, context);
  const declared =
    carried.type === undefined
      ? undefined
      : typeOfSpecShape(carried.type, [...at, 'type'], integration.source, environment.shapes, false);
  let type = from === undefined ? undefined : widened(from.type);
  if (declared !== undefined && from !== undefined) {
    // What is missing at first may be missing later.
    type = { ...declared, optional: from.type.optional, nullable: declared.nullable || from.type.nullable };
    if (!fits(from.type, type, [...at, 'from'], context)) from = undefined;
  } else if (type !== undefined && (type.shape.kind === 'never' || type.shape.kind === 'null')) {
    report.add('FR2015', { what: `'${name}', which is missing at first,`, needs: "a 'type'" }, at, { on: 'key' });
    from = undefined;
  }
  return {
    name,
    carried,
    at,
    state: claimVariable(`${name} so far`, context),
    inner: claimVariable(name, context),
    type: type ?? declared ?? unionTypes([]),
    from,
  };
}

/** An expression, or plain data; missing where nothing is said. */
function firstValue({ from }: Carried, at: SpecPath, scope: Scope, context: WorkflowContext): Expression | undefined {
  const { integration } = context;
  if (from === undefined)
    return { kind: 'literal', value: undefined, type: { shape: { kind: 'never' }, optional: true, nullable: false } };
  if (typeof from !== 'string' || from === '')
    return checkData(from, undefined, [...at, 'from'], { scope, integration, target: 'from' });
  const checked = checkExpression(from, { scope, environment: integration.environment });
  if (checked.ok === undefined) integration.report.problems(checked.problems, [...at, 'from']);
  return checked.ok;
}

function fits(
  found: Type,
  wanted: Type,
  at: SpecPath,
  { integration: { report, environment } }: WorkflowContext,
): boolean {
  if ((found.optional && !wanted.optional) || (found.nullable && !wanted.nullable)) {
    const fix = 'give it a value with ??: what it is before the round, or another';
    report.add('FR2011', { value: 'the next value', fix }, at);
    return false;
  }
  if (assignable(found.shape, wanted.shape, environment.shapes) === undefined) return true;
  report.add(
    'FR2004',
    {
      expected: describeType(wanted),
      found: describeType(found),
      fix: "let 'from' and 'next' be of one type, or say the 'type'",
    },
    at,
  );
  return false;
}
