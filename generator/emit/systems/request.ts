import type { OperationPlan } from '../../plan/ir/system.ts';
import * as s from '../syntax/index.ts';
import { inputField, type ClientScope } from './client-scope.ts';
import { headerValue, queryValue } from './fields.ts';
import type { PageCode } from './page-code.ts';

/** What the operation sends, as `ApiRequest` says it; `parse` turns the answer into its type. */
export function requestObject(operation: OperationPlan, parse: s.ExpressionNode, page: PageCode | undefined, scope: ClientScope): s.ExpressionNode {
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
      ...(operation.hasBody ? [s.entry('body', bodyValue(page, scope))] : []),
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
function queryEntries({ query, inputs }: OperationPlan, page: PageCode | undefined, scope: ClientScope): s.ObjectEntryNode[] {
  const ofPage = page?.query ?? [];
  const own = query.filter((field) => !ofPage.some((one) => one.name === field.name));
  return [...own.map((field) => s.entry(field.name, queryValue(field, inputs, scope).node)), ...ofPage.map(({ name, value }) => s.entry(name, value))];
}

function bodyValue(page: PageCode | undefined, scope: ClientScope): s.ExpressionNode {
  const body = inputField(scope, 'body');
  return page?.body === undefined ? body : withValueAt(body, page.body.path, page.body.value, page.body.defaults);
}

/** `{ ...body, variables: { ...body.variables, after: value } }` */
function withValueAt(of: s.ExpressionNode, path: readonly string[], value: s.ExpressionNode, defaults: readonly s.ObjectEntryNode[]): s.ExpressionNode {
  const [name = '', ...rest] = path;
  const inner = rest.length === 0 ? value : withValueAt(s.property(of, name), rest, value, []);
  return s.object([...defaults, s.spreadEntry(of), s.entry(name, inner)]);
}
