import type { PageParameterPlace, PaginationPlan } from '../../ir/pagination.ts';
import type { OperationPlan } from '../../ir/system.ts';
import type { Type } from '../../shape/type.ts';
import { typeNode } from '../expressions/type-node.ts';
import * as s from '../syntax/index.ts';
import { inputField, type ClientScope } from './client-scope.ts';
import { continuedRequest } from './continued.ts';
import { queryValue, type QueryValue } from './fields.ts';
import { pageCode, type PageCode } from './page-code.ts';
import { requestObject } from './request.ts';
import { responseParser } from './response-parser.ts';

/** One function of a client: sends the request and returns the body of the answer, or a page of it. `apart`: others stand above it. */
export function operationMethod(operation: OperationPlan, scope: ClientScope, apart: boolean): s.ObjectEntryNode {
  const { imports, names } = scope;
  const { pagination, response } = operation;
  const returns = response === undefined ? s.keywordType('void') : typeNode(response, scope);
  const parameters: s.Parameter[] =
    operation.inputs.length === 0 ? [] : [{ name: names.input, type: s.referenceType(operation.inputType) }];
  if (pagination !== undefined)
    parameters.push({ name: names.next, type: s.referenceType(imports.useRuntimeType('NextPage')), optional: true });
  const result = pagination === undefined ? returns : s.referenceType(imports.useRuntimeType('Page'), [returns]);
  return s.methodEntry({
    name: operation.name,
    doc: operation.doc,
    parameters,
    returns: s.referenceType('Promise', [result]),
    body: methodBody(operation, response, scope),
    async: true,
    apart,
  });
}

function methodBody(operation: OperationPlan, response: Type | undefined, scope: ClientScope): s.StatementNode[] {
  const { names, system } = scope;
  const { pagination } = operation;
  const page =
    pagination === undefined
      ? undefined
      : pageCode(operation, pagination, (place, name) => givenValue(place, name, operation, scope), scope);
  const parse = response === undefined ? s.arrow([], s.undefinedValue()) : responseParser(response, scope);
  const send = (request: s.ExpressionNode): s.ExpressionNode =>
    s.awaited(s.method(s.identifier(names.transport), 'send', [s.identifier(system.symbol.name), request]));
  const sent = send(requestObject(operation, parse, page, scope));
  if (response === undefined) return [s.perform(sent)];
  const body = { name: 'body', as: names.body };
  const parts = page?.readsHeaders === true ? [body, { name: 'headers', as: names.headers }] : [body];
  if (page === undefined || pagination === undefined)
    return [s.destructured(parts, sent), s.returnValue(s.identifier(names.body))];
  const result = pageResult(page, pagination, scope);
  if (pagination.kind !== 'cursor' || pagination.continues === undefined)
    return [...page.before, s.destructured(parts, sent), s.returnValue(result)];
  const cursor = s.identifier(names.cursor);
  const further = send(continuedRequest(operation, pagination, pagination.continues, scope));
  return [
    ...page.before,
    s.constant(cursor.text, s.call(scope.imports.useRuntime('cursorOf'), [s.identifier(names.next)])),
    s.destructured(parts, s.conditional(s.binary(cursor, '===', s.undefinedValue()), sent, further)),
    s.returnValue(result),
  ];
}

/** What the operation would send in a place without paging. */
function givenValue(
  place: PageParameterPlace,
  name: string,
  { query, headers, path, inputs }: OperationPlan,
  scope: ClientScope,
): QueryValue | undefined {
  if (place === 'body') return undefined;
  if (place === 'path') {
    const type = path.some((piece) => typeof piece === 'object' && piece.param === name)
      ? inputs.find((input) => input.name === name)?.type
      : undefined;
    return type && { node: inputField(scope, name), isMaybe: type.optional || type.nullable };
  }
  const field = (place === 'query' ? query : headers).find((one) => one.name === name);
  return field === undefined ? undefined : queryValue(field, inputs, scope);
}

/** `{ body, next: … }`, without the items that the page before had where the pages overlap. */
function pageResult(page: PageCode, { unique, items, kind }: PaginationPlan, scope: ClientScope): s.ExpressionNode {
  const { names, imports } = scope;
  const result = s.object([s.entry('body', s.identifier(names.body)), s.entry('next', page.next)]);
  if (unique === undefined) return result;
  const options = s.object([
    s.entry('items', s.literal([...items])),
    s.entry('key', s.literal([...unique])),
    // Such a page begins with the last item of the one before, so it is never empty.
    ...(kind === 'keyset' ? [s.entry('endsWithoutNew', s.literal(true))] : []),
  ]);
  return s.call(imports.useRuntime('uniqueItems'), [result, s.identifier(names.next), options]);
}
