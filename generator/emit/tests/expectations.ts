import type { ExpectationPlan, ExpectedCallPlan, ScenarioPlan } from '../../ir/criterion.ts';
import { dataOf } from './test-data.ts';
import * as s from '../syntax/index.ts';

type CallsPlan = Extract<ExpectationPlan, { kind: 'calls' }>;

/** What a test compares, one statement for each thing. */
export function expectations({ when, expect }: ScenarioPlan, imports: s.Imports): readonly s.StatementNode[] {
  const repeated = when.kind === 'deliver' && when.times > 1;
  return expect.flatMap((one) => {
    if (one.kind === 'calls') return [...calls(one, imports), ...headers(one, imports)];
    const statement = expectation(one, imports);
    return one.kind === 'response' && repeated
      ? s.forOf('response', s.identifier('responses'), [statement])
      : statement;
  });
}

function expectation(of: Exclude<ExpectationPlan, CallsPlan>, imports: s.Imports): s.StatementNode {
  switch (of.kind) {
    case 'response': {
      const { status, body } = of;
      const response = s.identifier('response');
      if (body === undefined) return compare(s.property(response, 'status'), 'toBe', s.literal(status ?? 200), imports);
      if (status === undefined) return compare(s.property(response, 'body'), 'toEqual', data(body.value), imports);
      return compare(
        response,
        'toEqual',
        s.object([s.entry('status', s.literal(status)), s.entry('body', data(body.value))]),
        imports,
      );
    }
    case 'saved':
    case 'records':
      return compare(scenario(of.kind, s.literal(of.model)), 'toEqual', dataOf(of.items, imports), imports);
    case 'removed':
    case 'pruned':
      return compare(scenario(of.kind, s.literal(of.model)), 'toEqual', data(of.ids), imports);
    case 'tokens':
      return compare(scenario('tokens'), 'toBe', s.literal(of.count), imports);
    case 'returns':
      return compare(scenario('returned'), 'toEqual', data(of.value), imports);
    case 'fails': {
      const { kind: _, ...failure } = of;
      return compare(scenario('outcome'), 'toMatchObject', data(failure), imports);
    }
    case 'completed':
      return compare(scenario('outcome'), 'toEqual', s.literal({ status: 'completed' }), imports);
    case 'notFailed':
      return compare(scenario('outcome'), 'toEqual', butFailed(imports), imports);
    case 'collection':
      return compare(
        scenario('collection', s.literal(of.name)),
        of.items.length === 0 ? 'toEqual' : 'toMatchObject',
        data(of.items),
        imports,
      );
    case 'checkpoint':
      return compare(scenario('checkpoint'), 'toEqual', data(of.fields), imports);
  }
}

/** All of them, in their order where it counts. Where only the endpoints are named, they alone are compared. */
function calls({ calls: expected, anyOrder }: CallsPlan, imports: s.Imports): readonly s.StatementNode[] {
  const all = expected.flatMap((call) => Array.from({ length: call.times }, () => call));
  const namesOnly = all.length > 0 && all.every(({ parts }) => Object.keys(parts).length === 0);
  if (namesOnly) {
    const names = s.method(scenario('calls'), 'map', [
      s.arrow([{ name: 'call', fields: [{ name: 'call' }] }], s.identifier('call')),
    ]);
    const wanted = all.map(({ call }) => call);
    return anyOrder === true
      ? [compare(s.method(names, 'toSorted', []), 'toEqual', s.literal(wanted.toSorted()), imports)]
      : [compare(names, 'toEqual', s.literal(wanted), imports)];
  }
  const list = s.array(
    all.map((call) => expectedCall(call, imports)),
    { multiline: all.length > 0 },
  );
  if (anyOrder !== true) return [compare(scenario('calls'), 'toEqual', list, imports)];
  const name = s.identifier('calls');
  return [s.constant('calls', list), compare(scenario('calls', name), 'toEqual', name, imports)];
}

/** `expect(scenario.headers()).toMatchObject([{ revision: '2' }, {}]);` */
function headers({ calls: expected }: CallsPlan, imports: s.Imports): readonly s.StatementNode[] {
  if (expected.every((call) => call.headers === undefined)) return [];
  const all = expected.flatMap((call) => Array.from({ length: call.times }, () => call.headers ?? {}));
  return [compare(scenario('headers'), 'toMatchObject', data(all), imports)];
}

function expectedCall({ call, parts, whole }: ExpectedCallPlan, imports: s.Imports): s.ExpressionNode {
  const fields = s.object([
    s.entry('call', s.literal(call)),
    ...Object.entries(parts).map(([name, value]) => s.entry(name, data(value))),
  ]);
  return whole ? fields : s.method(imports.useFrom('vitest', 'expect'), 'objectContaining', [fields]);
}

/** Written so that a test that fails shows the run's whole error. */
function butFailed(imports: s.Imports): s.ExpressionNode {
  const failed = s.literal({ status: 'failed' });
  return s.method(s.property(imports.useFrom('vitest', 'expect'), 'not'), 'objectContaining', [failed]);
}

/** `expect(actual).toEqual(expected);` */
function compare(
  actual: s.ExpressionNode,
  matcher: 'toBe' | 'toEqual' | 'toMatchObject',
  expected: s.ExpressionNode,
  imports: s.Imports,
): s.StatementNode {
  return s.perform(s.method(s.call(imports.useFrom('vitest', 'expect'), [actual]), matcher, [expected]));
}

function scenario(method: string, ...args: readonly s.ExpressionNode[]): s.ExpressionNode {
  return s.method(s.identifier('scenario'), method, args);
}

function data(value: unknown): s.ExpressionNode {
  return s.literal(s.plainData(value));
}
