import type { OperationPlan } from '../../ir/system.ts';
import { fieldOf } from '../../shape/member.ts';
import type { Type } from '../../shape/type.ts';
import { isMaybe } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import { inputField, type ClientScope } from './client-scope.ts';
import { headerValue, queryValue } from './fields.ts';
import type { PageCode } from './page-code.ts';

/** What the operation sends, as `ApiRequest` says it; `parse` turns the answer into its type. */
export function requestObject(
  operation: OperationPlan,
  parse: s.ExpressionNode,
  page: PageCode | undefined,
  scope: ClientScope,
): s.ExpressionNode {
  const query = queryEntries(operation, page, scope);
  const headers = operation.headers.map((field) => s.entry(field.name, headerValue(field, operation.inputs, scope)));
  const { idempotencyHeader, timeoutMs, errors } = operation;
  return s.object(
    [
      s.entry('operation', s.literal(operation.id)),
      s.entry('method', s.literal(operation.method)),
      s.entry('path', pathValue(operation, scope)),
      ...(query.length > 0 ? [s.entry('query', s.object(query))] : []),
      ...(headers.length > 0 ? [s.entry('headers', s.object(headers))] : []),
      ...(operation.hasBody ? [s.entry('body', bodyValue(operation, page, scope))] : []),
      ...(page?.url === undefined ? [] : [s.entry('url', page.url)]),
      ...(idempotencyHeader === undefined ? [] : [s.entry('idempotencyHeader', s.literal(idempotencyHeader))]),
      ...(timeoutMs === undefined ? [] : [s.entry('timeoutMs', s.literal(timeoutMs))]),
      s.entry('retrySafe', s.literal(operation.retrySafe)),
      ...(errors.length > 0 ? [s.entry('errors', s.literal(s.plainData(errors)))] : []),
      ...(operation.response === undefined ? [s.entry('responseBody', s.literal('none'))] : []),
      s.entry('parse', parse),
    ],
    { multiline: true },
  );
}

/** `/contacts/${pathSegment(input.contactId)}` */
function pathValue({ path, inputs }: OperationPlan, scope: ClientScope): s.ExpressionNode {
  const pieces = path.map((piece) => {
    if (typeof piece === 'string') return piece;
    const value = inputField(scope, piece.param);
    const isFlag = inputs.find((input) => input.name === piece.param)?.type.shape.kind === 'boolean';
    return s.call(scope.imports.useRuntime('pathSegment'), [isFlag ? s.call(s.globalName('String'), [value]) : value]);
  });
  return s.template(pieces);
}

/** Parameters of the page stand in the place of those of the operation. */
function queryEntries(
  { query, inputs }: OperationPlan,
  page: PageCode | undefined,
  scope: ClientScope,
): s.ObjectEntryNode[] {
  const ofPage = page?.query ?? [];
  const own = query.filter((field) => !ofPage.some((one) => one.name === field.name));
  return [
    ...own.map((field) => s.entry(field.name, queryValue(field, inputs, scope).node)),
    ...ofPage.map(({ name, value }) => s.entry(name, value)),
  ];
}

function bodyValue({ inputs }: OperationPlan, page: PageCode | undefined, scope: ClientScope): s.ExpressionNode {
  const body = inputField(scope, 'body');
  if (page?.body === undefined) return body;
  const type = inputs.find(({ name }) => name === 'body')?.type;
  return withCursor({ node: body, type }, page.body.path, page.body, scope);
}

interface Given {
  readonly node: s.ExpressionNode;
  /** Absent where the model of the body does not have it. */
  readonly type: Type | undefined;
}

/** `{ ...body, variables: { ...body.variables, after: cursorOf(next) ?? body.variables?.after } }`: what the caller gives holds for the first page. */
function withCursor(
  given: Given,
  [name = '', ...rest]: readonly string[],
  { value, defaults }: NonNullable<PageCode['body']>,
  scope: ClientScope,
): s.ExpressionNode {
  const inner = fieldOfGiven(given, name, scope);
  const cursor = inner === undefined ? value : s.binary(value, '??', inner.node);
  const entry = s.entry(
    name,
    rest.length === 0
      ? cursor
      : withCursor(inner ?? { node: given.node, type: undefined }, rest, { value, defaults: [], path: rest }, scope),
  );
  // What the caller always gives would be there twice.
  const usual = defaults.filter((field) => fieldOfGiven(given, field.name, scope)?.type?.optional !== false);
  return s.object([
    ...usual.map((field) => s.entry(field.name, field.value)),
    ...(given.type === undefined ? [] : [s.spreadEntry(given.node)]),
    entry,
  ]);
}

function fieldOfGiven({ node, type }: Given, name: string, { plan }: ClientScope): Given | undefined {
  if (type === undefined || type.shape.kind === 'any') return undefined;
  const member = fieldOf(type, name, plan.shapes);
  return 'found' in member
    ? { node: s.property(node, name, { optional: isMaybe(type) }), type: member.found }
    : undefined;
}
