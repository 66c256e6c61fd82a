import type { OperationPlan } from '../../ir/system.ts';
import type { Type } from '../../shape/type.ts';
import { typeNode } from '../expressions/type-node.ts';
import * as s from '../syntax/index.ts';
import type { ClientScope } from './client-scope.ts';
import { queryValue, type QueryValue } from './fields.ts';
import { pageCode } from './page-code.ts';
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
  const given = (param: string): QueryValue | undefined => {
    const field = operation.query.find(({ name }) => name === param);
    return field === undefined ? undefined : queryValue(field, operation.inputs, scope);
  };
  const page = operation.pagination === undefined ? undefined : pageCode(operation, operation.pagination, given, scope);
  const parse = response === undefined ? s.arrow([], s.undefinedValue()) : responseParser(response, scope);
  const request = requestObject(operation, parse, page, scope);
  const sent = s.awaited(s.method(s.identifier(names.transport), 'send', [s.identifier(system.symbol.name), request]));
  if (response === undefined) return [s.perform(sent)];
  const body = { name: 'body', as: names.body };
  const received = s.destructured(
    page?.readsHeaders === true ? [body, { name: 'headers', as: names.headers }] : [body],
    sent,
  );
  if (page === undefined) return [received, s.returnValue(s.identifier(names.body))];
  const result = s.object([s.entry('body', s.identifier(names.body)), s.entry('next', page.next)]);
  return [...page.before, received, s.returnValue(result)];
}
