import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { ContinuedPlan, CursorPlan } from '../../ir/pagination.ts';
import { assignable } from '../../shape/assignable.ts';
import { describeType } from '../../shape/describe.ts';
import type { Integration } from '../integration-scope.ts';
import type { CheckedOperation } from './checked-operation.ts';

/**
 * Finds the endpoints that go on with the pages of others, and says which of their inputs the first call gives.
 * Operations whose continuation is wrong are left out (reported).
 */
export function checkContinued(
  operations: readonly CheckedOperation[],
  endpoints: readonly string[],
  integration: Integration,
): readonly CheckedOperation[] {
  return operations.flatMap((operation) => {
    const { pagination } = operation;
    if (pagination?.kind !== 'cursor' || pagination.continues === undefined) return [operation];
    const { operation: id } = pagination.continues;
    const at: SpecPath = [...operation.at, 'pagination', 'cursor', 'continue'];
    const target = operations.find((one) => one.id === id);
    if (target === undefined) {
      if (!endpoints.includes(id))
        integration.report.add('FR2001', { what: 'endpoint', name: id, suggestion: nearest(id, endpoints) }, at);
      return [];
    }
    const continues = continuedPlan(operation, pagination, target, at, integration);
    return continues === undefined ? [] : [{ ...operation, pagination: { ...pagination, continues } }];
  });
}

function continuedPlan(
  first: CheckedOperation,
  cursor: CursorPlan,
  target: CheckedOperation,
  at: SpecPath,
  integration: Integration,
): ContinuedPlan | undefined {
  const { report } = integration;
  if (target.system !== first.system || target.pagination !== undefined) {
    const fix = 'name an endpoint of the same system that has no pagination of its own';
    report.add('FR2017', { part: target.id, owner: `the pagination of '${first.id}'`, fix }, at);
    return undefined;
  }
  return fitsAnswer(first, target, at, integration) && takesCursor(cursor, target, at, integration)
    ? continuedInputs(first, cursor, target, at, integration)
    : undefined;
}

/** The answers of both are read in one way, so the second must have all that the first has. */
function fitsAnswer(
  first: CheckedOperation,
  target: CheckedOperation,
  at: SpecPath,
  { report, environment }: Integration,
): boolean {
  if (target.response === undefined || first.response === undefined) {
    report.add('FR2015', { what: `'continue: ${target.id}'`, needs: 'a response model there' }, at);
    return false;
  }
  if (assignable(target.response.shape, first.response.shape, environment.shapes) === undefined) return true;
  report.add(
    'FR2004',
    {
      expected: `an answer like that of '${first.id}' (${describeType(first.response)})`,
      found: describeType(target.response),
      fix: 'give both endpoints the same response model',
    },
    at,
  );
  return false;
}

function takesCursor(
  { in: place, param }: CursorPlan,
  target: CheckedOperation,
  at: SpecPath,
  { report }: Integration,
): boolean {
  if (place === 'body' && !target.hasBody) {
    report.add('FR2015', { what: `'${param}' in the body`, needs: `a request model on '${target.id}'` }, at);
    return false;
  }
  if (place === 'path' && !target.endpoint.path.includes(`{${param}}`)) {
    report.add('FR2001', { what: `path parameter of '${target.id}'`, name: param }, at);
    return false;
  }
  return true;
}

/** Every other parameter of the second endpoint comes from the call of the first, or may be left out. */
function continuedInputs(
  first: CheckedOperation,
  { in: place, param }: CursorPlan,
  target: CheckedOperation,
  at: SpecPath,
  { report, environment }: Integration,
): ContinuedPlan | undefined {
  const inputs: { readonly name: string; readonly from: string }[] = [];
  let complete = true;
  for (const parameter of target.parameters) {
    if (parameter.in === 'body' || (partOf(place) === parameter.in && parameter.name === param)) continue;
    const given = first.parameters.find((one) => one.in === parameter.in && one.name === parameter.name);
    if (given !== undefined && assignable(given.type.shape, parameter.type.shape, environment.shapes) === undefined)
      inputs.push({ name: parameter.input, from: given.input });
    else if (!parameter.type.optional) {
      report.add('FR2016', { field: parameter.name, owner: `the parameters of '${first.id}'` }, at);
      complete = false;
    }
  }
  return complete ? { operation: target.id, inputs } : undefined;
}

function partOf(place: CursorPlan['in']): 'path' | 'query' | 'headers' | 'body' {
  return place === 'header' ? 'headers' : place;
}
