import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import { pageParameters } from '../../ir/pagination.ts';
import type { Criterion } from '../../spec/types.ts';
import type { CheckedOperation } from '../endpoints/checked-operation.ts';
import { checkFields } from './check-fields.ts';
import { checkCalled, checkCheckpointFields, checkKnown, type CriterionContext } from './criterion-context.ts';

type Expected = NonNullable<Criterion['expect']>;
type ExpectedCall = NonNullable<Expected['calls']>[number];

/** What is expected must be something that can come of the workflow. */
export function checkExpect(expect: Expected, at: SpecPath, context: CriterionContext): void {
  if (expect.response !== undefined && context.trigger !== 'webhook') {
    context.report.add(
      'FR2017',
      {
        part: 'response',
        owner: 'a criterion of a workflow that nobody waits for',
        fix: 'expect calls, collections, a checkpoint or a failure',
      },
      [...at, 'response'],
      { on: 'key' },
    );
  }
  if (expect.returns !== undefined && !context.returns) {
    context.report.add('FR2015', { what: "'returns'", needs: 'a return step in the workflow' }, [...at, 'returns'], {
      on: 'key',
    });
  }
  for (const [index, call] of (expect.calls ?? []).entries()) checkExpectedCall(call, [...at, 'calls', index], context);
  if (expect.anyOrder !== undefined)
    for (const [index, call] of (expect.calls ?? []).entries()) refuseHeaders(call, [...at, 'calls', index], context);
  if (expect.anyOrder !== undefined && expect.calls === undefined)
    context.report.add('FR2015', { what: "'anyOrder'", needs: "'calls'" }, [...at, 'anyOrder'], { on: 'key' });
  for (const name of Object.keys(expect.collections ?? {}))
    checkKnown('collection', name, context.collections, [...at, 'collections', name], 'key', context);
  for (const part of ['saved', 'removed', 'pruned', 'records'] as const) {
    for (const model of Object.keys(expect[part] ?? {}))
      checkKnown('model', model, context.records, [...at, part, model], 'key', context);
  }
  checkCheckpointFields(expect.checkpoint, [...at, 'checkpoint'], context);
  if (expect.fails !== undefined) checkFailure(expect.fails, [...at, 'fails'], context);
}

function checkFailure(fails: NonNullable<Expected['fails']>, at: SpecPath, context: CriterionContext): void {
  const code = typeof fails === 'string' ? fails : fails.code;
  checkKnown('failure code', code, context.codes, typeof fails === 'string' ? at : [...at, 'code'], 'value', context);
}

/** Headers are compared call by call, which needs an order. */
function refuseHeaders({ headers }: ExpectedCall, at: SpecPath, { report }: CriterionContext): void {
  if (headers === undefined) return;
  const fix = "leave out 'headers' or 'anyOrder'";
  report.add('FR2017', { part: 'headers', owner: "a call of calls in 'anyOrder'", fix }, [...at, 'headers'], {
    on: 'key',
  });
}

function checkExpectedCall(call: ExpectedCall, at: SpecPath, context: CriterionContext): void {
  const operation = checkCalled(call.call, [...at, 'call'], context);
  if (operation === undefined) return;
  checkParameters(call.path, pathNames(operation), `the path of ${operation.id}`, [...at, 'path'], context);
  checkParameters(call.query, queryNames(operation), `the query of ${operation.id}`, [...at, 'query'], context);
  if (call.body !== undefined && !operation.hasBody) {
    context.report.add(
      'FR2017',
      { part: 'body', owner: `a call of ${operation.id}`, fix: 'leave it out: the endpoint sends none' },
      [...at, 'body'],
      { on: 'key' },
    );
  }
  const body = operation.parameters.find((parameter) => parameter.in === 'body');
  // A cursor that pagination puts there need not be in the model.
  const { pagination } = operation;
  const paged = pagination?.kind === 'cursor' && pagination.in === 'body';
  if (call.body !== undefined && body !== undefined && !paged)
    checkFields(call.body, body.type, [...at, 'body'], context);
  // What is not there can only be compared where everything is.
  const partial =
    (operation.hasBody && call.body === undefined) || (pathNames(operation).length > 0 && call.path === undefined);
  if (call.query !== undefined && Object.keys(call.query).length === 0 && partial) {
    context.report.add('FR2015', { what: "an empty 'query'", needs: "'path' and 'body'" }, [...at, 'query'], {
      on: 'key',
    });
  }
}

function checkParameters(
  given: Readonly<Record<string, unknown>> | undefined,
  known: readonly string[],
  owner: string,
  at: SpecPath,
  { report }: CriterionContext,
): void {
  for (const field of Object.keys(given ?? {})) {
    if (!known.includes(field))
      report.add('FR2003', { field, owner, suggestion: nearest(field, known) }, [...at, field], { on: 'key' });
  }
}

/** As the API calls them. */
export function pathNames({ parameters }: CheckedOperation): readonly string[] {
  return parameters.flatMap((parameter) => (parameter.in === 'path' ? [parameter.name] : []));
}

/** Constants and parameters of the query, and what pagination puts there. */
export function queryNames({ query, pagination, endpoint }: CheckedOperation): readonly string[] {
  const pages = [
    pagination?.size?.param,
    ...pageParameters(pagination).flatMap((one) => (one.in === 'query' ? [one.name] : [])),
  ];
  return [
    ...query.map(({ name }) => name),
    ...Object.keys(endpoint.query ?? {}),
    ...pages.filter((name) => name !== undefined),
  ];
}
