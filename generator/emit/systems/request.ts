import type { OperationPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import { bodyWith } from './body-value.ts';
import { inputField, type ClientScope } from './client-scope.ts';
import { headerValue, queryValue } from './fields.ts';
import type { PageRequest } from './page-code.ts';

/** What the operation sends, as `ApiRequest` says it; `parse` turns the answer into its type. */
export function requestObject(
  operation: OperationPlan,
  parse: s.ExpressionNode,
  page: PageRequest | undefined,
  scope: ClientScope,
): s.ExpressionNode {
  const query = queryEntries(operation, page, scope);
  const ofPage = page?.headers ?? [];
  const headers = [
    ...operation.headers
      .filter(({ name }) => !ofPage.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      .map((field) => s.entry(field.name, headerValue(field, operation.inputs, scope))),
    ...ofPage.map(({ name, value }) => s.entry(name, value)),
  ];
  const { idempotencyHeader, timeoutMs, retry, errors } = operation;
  return s.object(
    [
      s.entry('operation', s.literal(operation.id)),
      s.entry('method', s.literal(operation.method)),
      ...(operation.baseUrl === undefined ? [] : [s.entry('baseUrl', s.literal(operation.baseUrl))]),
      s.entry('path', pathValue(operation, page, scope)),
      ...(query.length > 0 ? [s.entry('query', s.object(query))] : []),
      ...(headers.length > 0 ? [s.entry('headers', s.object(headers))] : []),
      ...(operation.hasBody ? [s.entry('body', bodyValue(operation, page, scope))] : []),
      ...(operation.bodyKind === undefined ? [] : [s.entry('bodyKind', s.literal(operation.bodyKind))]),
      ...(operation.formLists === undefined ? [] : [s.entry('formLists', s.literal(operation.formLists))]),
      ...(operation.document === undefined ? [] : [s.entry('document', s.literal(operation.document))]),
      ...(page?.url === undefined ? [] : [s.entry('url', page.url)]),
      ...(idempotencyHeader === undefined ? [] : [s.entry('idempotencyHeader', s.literal(idempotencyHeader))]),
      ...(timeoutMs === undefined ? [] : [s.entry('timeoutMs', s.literal(timeoutMs))]),
      ...(retry === undefined ? [] : [s.entry('retry', s.literal(s.plainData(retry)))]),
      s.entry('retrySafe', s.literal(operation.retrySafe)),
      ...(errors.length > 0 ? [s.entry('errors', s.literal(s.plainData(errors)))] : []),
      ...responseKind(operation),
      s.entry('parse', parse),
    ],
    { multiline: true },
  );
}

function responseKind({ response, responseBody }: OperationPlan): s.ObjectEntryNode[] {
  const kind = response === undefined ? 'none' : responseBody;
  return kind === undefined ? [] : [s.entry('responseBody', s.literal(kind))];
}

/** `/contacts/${pathSegment(input.contactId)}` */
function pathValue(
  { path, inputs }: OperationPlan,
  page: PageRequest | undefined,
  scope: ClientScope,
): s.ExpressionNode {
  const pieces = path.map((piece) => {
    if (typeof piece === 'string') return piece;
    const ofPage = page?.path.find(({ name }) => name === piece.param);
    if (ofPage !== undefined) return s.call(scope.imports.useRuntime('pathSegment'), [ofPage.value]);
    const value = inputField(scope, piece.param);
    const isFlag = inputs.find((input) => input.name === piece.param)?.type.shape.kind === 'boolean';
    return s.call(scope.imports.useRuntime(piece.segments === true ? 'pathSegments' : 'pathSegment'), [
      isFlag ? s.call(s.globalName('String'), [value]) : value,
    ]);
  });
  return s.template(pieces);
}

/** Parameters of the page stand in the place of those of the operation. */
function queryEntries(
  { query, inputs }: OperationPlan,
  page: PageRequest | undefined,
  scope: ClientScope,
): s.ObjectEntryNode[] {
  const ofPage = page?.query ?? [];
  const own = query.filter((field) => !ofPage.some((one) => one.name === field.name));
  return [
    ...own.map((field) => {
      const { node } = queryValue(field, inputs, scope);
      const isReplaced = page?.replaced?.names.includes(field.name) === true;
      const value = isReplaced ? s.conditional(page.replaced.isFirst, node, s.undefinedValue()) : node;
      return s.entry(field.name, value);
    }),
    ...ofPage.map(({ name, value }) => s.entry(name, value)),
  ];
}

function bodyValue({ inputs }: OperationPlan, page: PageRequest | undefined, scope: ClientScope): s.ExpressionNode {
  const given = inputs.find(({ name }) => name === 'body');
  // A GraphQL document may have no variables.
  const body = given === undefined ? s.object([]) : inputField(scope, 'body');
  if (page === undefined || page.body.length === 0) return body;
  return bodyWith({ node: body, type: given?.type }, page.body, scope);
}
