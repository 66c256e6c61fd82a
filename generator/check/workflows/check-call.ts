import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { ObjectField } from '../../expression/expression.ts';
import type { Scope } from '../../expression/scope.ts';
import type { CallWith } from '../../spec/types.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import { checkData } from '../values/check-data.ts';
import { pageParameters } from '../../ir/pagination.ts';
import type { CallParameter, CheckedOperation } from '../endpoints/checked-operation.ts';
import type { WorkflowContext } from './step-context.ts';

/** A call of an endpoint: what it sends, field by field of the client's input. */
export interface CheckedCall {
  readonly operation: CheckedOperation;
  /** Undefined where something is wrong with what is sent (reported). */
  readonly input: readonly ObjectField[] | undefined;
}

const PARTS = ['path', 'query', 'headers', 'body'] as const;

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
  let complete = reportUnknown(sent, operation, at, context);
  const input: ObjectField[] = [];
  for (const parameter of operation.parameters) {
    const given = parameter.in === 'body' ? sent.body : ownValue(sent[parameter.in], parameter.name);
    const where: SpecPath =
      parameter.in === 'body' ? [...at, 'with', 'body'] : [...at, 'with', parameter.in, parameter.name];
    const target = parameter.in === 'body' ? 'body' : `${parameter.in}.${parameter.name}`;
    if (given === undefined) {
      if (parameter.type.optional || isPageParameter(parameter, operation)) continue;
      report.add('FR2016', { field: parameter.name, owner: `the call of '${id}'` }, [...at, 'call']);
      complete = false;
      continue;
    }
    const value = checkData(given, parameter.type, where, { scope, integration, target, of: id });
    if (value === undefined) complete = false;
    else input.push({ name: parameter.input, value, optional: value.type.optional });
  }
  return { operation, input: complete ? input : undefined };
}

function ownValue(values: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
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
    if (part === 'body') {
      if (given === undefined || operation.hasBody) continue;
      report.add('FR2015', { what: 'a body', needs: `a request model on '${operation.id}'` }, [...at, 'with', 'body'], {
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
