import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { ObjectField } from '../../expression/expression.ts';
import type { Scope } from '../../expression/scope.ts';
import type { CallWith } from '../../spec/types.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import { checkData } from '../values/check-data.ts';
import { pageParameters } from '../../ir/pagination.ts';
import type { CallParameter, CheckedOperation } from '../endpoints/checked-operation.ts';
import { givenParameters } from './given-parameters.ts';
import type { WorkflowContext } from './step-context.ts';

/** A call of an endpoint: what it sends, field by field of the client's input. */
export interface CheckedCall {
  readonly operation: CheckedOperation;
  /** Undefined where something is wrong with what is sent (reported). */
  readonly input: readonly ObjectField[] | undefined;
}

const PARTS = ['path', 'query', 'headers', 'body', 'variables'] as const;

/** Checks `call` and `with`; `at` is the step (or the `pages` of a loop). Undefined where there is no such endpoint (reported). */
export function checkCall(
  id: string,
  sent: CallWith,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): CheckedCall | undefined {
  const { integration, operations, endpoints } = context;
  const { report } = integration;
  integration.used.add(`endpoint ${id}`);
  const operation = operations.get(id);
  if (operation === undefined) {
    // An endpoint that exists but is wrong has been reported where it stands.
    if (!endpoints.has(id))
      report.add('FR2001', { what: 'endpoint', name: id, suggestion: nearest(id, endpoints) }, [...at, 'call']);
    return undefined;
  }
  if (operation.pagination?.kind === 'cursor' && operation.pagination.continues !== undefined)
    integration.used.add(`endpoint ${operation.pagination.continues.operation}`);
  const parts = {
    path: givenParameters('path', sent.path, at, operation, scope, context),
    query: givenParameters('query', sent.query, at, operation, scope, context),
    headers: givenParameters('headers', sent.headers, at, operation, scope, context),
  };
  let complete =
    reportUnknown(sent, operation, at, context) && !Object.values(parts).some((given) => given === undefined);
  const input: ObjectField[] = [];
  const body = bodyOf(sent, at);
  for (const parameter of operation.parameters) {
    const { in: part, name, type } = parameter;
    const isGiven = part === 'body' ? body.data !== undefined : (parts[part]?.names.includes(name) ?? true);
    if (!isGiven) {
      if (type.optional || isPageParameter(parameter, operation)) continue;
      report.add('FR2016', { field: name, owner: `the call of '${id}'` }, [...at, 'call']);
      complete = false;
      continue;
    }
    const value =
      part === 'body'
        ? checkData(body.data, type, body.at, { scope, integration, target: 'body', of: id })
        : parts[part]?.value(parameter);
    if (value === undefined) complete = false;
    else input.push({ name: parameter.input, value, optional: value.type.optional });
  }
  return { operation, input: complete ? input : undefined };
}

/** The variables of a GraphQL document are its body. */
function bodyOf({ body, variables }: CallWith, at: SpecPath): { readonly data: unknown; readonly at: SpecPath } {
  return variables === undefined
    ? { data: body, at: [...at, 'with', 'body'] }
    : { data: variables, at: [...at, 'with', 'variables'] };
}

/** What the call sends and the endpoint does not declare. */
function reportUnknown(
  sent: CallWith,
  operation: CheckedOperation,
  at: SpecPath,
  { integration: { report } }: WorkflowContext,
): boolean {
  let known = true;
  for (const part of PARTS) {
    const given = sent[part];
    const names = operation.parameters.filter((parameter) => parameter.in === part).map((parameter) => parameter.name);
    if (part === 'body' || part === 'variables') {
      const takes = operation.parameters.some((parameter) => parameter.in === 'body');
      if (given === undefined || (takes && (part === 'body' || operation.bodyKind === 'graphql'))) continue;
      const needs = `${takes ? 'a GraphQL document' : 'a request model'} on '${operation.id}'`;
      report.add('FR2015', { what: part === 'body' ? 'a body' : "'variables'", needs }, [...at, 'with', part], {
        on: 'key',
      });
      known = false;
    } else if (isSchemaObject(given)) {
      for (const name of Object.keys(given).filter((one) => !names.includes(one))) {
        report.add(
          'FR2003',
          { field: name, owner: `the ${part} of '${operation.id}'`, suggestion: nearest(name, names) },
          [...at, 'with', part, name],
          { on: 'key' },
        );
        known = false;
      }
    }
  }
  return known;
}

/** The parameter that carries the page is the client's business, unless the first page has no value for it. */
function isPageParameter(parameter: CallParameter, { pagination }: CheckedOperation): boolean {
  const part = parameter.in === 'headers' ? 'header' : parameter.in;
  return pageParameters(pagination).some(
    (one) => one.in === part && one.name === parameter.name && (part !== 'path' || pagination?.kind !== 'cursor'),
  );
}
