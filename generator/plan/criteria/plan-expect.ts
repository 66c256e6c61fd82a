import { pathNames, queryNames } from '../../check/criteria/check-expect.ts';
import type { CheckedOperation } from '../../check/endpoints/checked-operation.ts';
import type { CheckedWorkflow } from '../../check/workflows/check-workflow.ts';
import type { Criterion } from '../../spec/types.ts';
import type { Fixtures } from './fixtures.ts';
import type { ExpectationPlan, ExpectedCallPlan } from '../../ir/criterion.ts';

type Expected = NonNullable<Criterion['expect']>;
type ExpectedCall = NonNullable<Expected['calls']>[number];

/** What a test compares, in the order in which a person would look: the answer, how it ended, the calls, what is left. */
export function planExpect(
  criterion: Criterion,
  { trigger }: CheckedWorkflow,
  operations: readonly CheckedOperation[],
  fixtures: Fixtures,
): readonly ExpectationPlan[] {
  const { response, returns, calls, anyOrder, tokens, collections, checkpoint } = criterion.expect ?? {};
  return [
    ...(response === undefined ? [] : [planResponse(response)]),
    ...planOutcome(criterion, trigger),
    ...(returns === undefined ? [] : [{ kind: 'returns' as const, value: returns }]),
    ...(calls === undefined
      ? []
      : [
          {
            kind: 'calls' as const,
            calls: calls.map((call) => planCall(call, operations)),
            ...(anyOrder !== undefined && { anyOrder }),
          },
        ]),
    ...(tokens === undefined ? [] : [{ kind: 'tokens' as const, count: tokens }]),
    ...Object.entries(collections ?? {}).map(([name, items]) => ({ kind: 'collection' as const, name, items })),
    ...planRecords(criterion.expect ?? {}, fixtures),
    ...(checkpoint === undefined ? [] : [{ kind: 'checkpoint' as const, fields: checkpoint }]),
  ];
}

function planRecords(
  { saved = {}, removed = {}, pruned = {}, records = {} }: Expected,
  fixtures: Fixtures,
): readonly ExpectationPlan[] {
  return [
    ...Object.entries(saved).map(([model, items]) => ({ kind: 'saved' as const, model, items: fixtures.of(items) })),
    ...Object.entries(removed).map(([model, ids]) => ({ kind: 'removed' as const, model, ids })),
    ...Object.entries(pruned).map(([model, ids]) => ({ kind: 'pruned' as const, model, ids: ids.map(String) })),
    ...Object.entries(records).map(([model, items]) => ({
      kind: 'records' as const,
      model,
      items: fixtures.of(items),
    })),
  ];
}

function planResponse({ status, body }: NonNullable<Expected['response']>): ExpectationPlan {
  return {
    kind: 'response',
    ...(status !== undefined && { status }),
    ...(body !== undefined && { body: { value: body } }),
  };
}

/** A criterion that names no failure wants none. */
function planOutcome(
  { given, expect = {} }: Criterion,
  trigger: CheckedWorkflow['trigger'],
): readonly ExpectationPlan[] {
  const { fails, response } = expect;
  if (fails !== undefined) return [{ kind: 'fails', ...(typeof fails === 'string' ? { code: fails } : fails) }];
  if (trigger.kind !== 'webhook') return [{ kind: 'completed' }];
  const told = response !== undefined && (trigger.answer === 'completed' || (response.status ?? 200) >= 400);
  return given?.tamper !== undefined || told ? [] : [{ kind: 'notFailed' }];
}

function planCall(call: ExpectedCall, operations: readonly CheckedOperation[]): ExpectedCallPlan {
  const operation = operations.find(({ id }) => id === call.call);
  const has = {
    path: operation !== undefined && pathNames(operation).length > 0,
    query: operation !== undefined && queryNames(operation).length > 0,
    body: operation?.hasBody === true,
  };
  const path = call.path === undefined ? undefined : asSent(call.path);
  const query = call.query === undefined ? undefined : asSent(call.query);
  return {
    call: call.call,
    times: call.times ?? 1,
    parts: {
      ...(path !== undefined && isFilled(path) && { path }),
      ...(query !== undefined && isFilled(query) && { query }),
      ...(call.body !== undefined && { body: call.body }),
    },
    ...(call.headers !== undefined && { headers: lowerNames(call.headers) }),
    whole:
      (!has.path || path !== undefined) &&
      (!has.query || query !== undefined) &&
      (!has.body || call.body !== undefined),
  };
}

/** As requests have them. */
function lowerNames(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Parameters are text when they arrive. */
function asSent(parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value)]),
  );
}

/** What is empty is not there at all in a call. */
function isFilled(parameters: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(parameters).length > 0;
}
