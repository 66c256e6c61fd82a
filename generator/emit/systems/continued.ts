import type { ContinuedPlan, CursorPlan } from '../../ir/pagination.ts';
import type { OperationField, OperationPlan } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import { inputField, type ClientScope } from './client-scope.ts';
import { withPosition } from './page-code.ts';
import { requestObject } from './request.ts';
import { responseParser } from './response-parser.ts';

/** The request of the endpoint that is asked for the pages after the first: the cursor, and what the caller gave for both. */
export function continuedRequest(
  first: OperationPlan,
  cursor: CursorPlan,
  { operation: id, inputs }: ContinuedPlan,
  scope: ClientScope,
): s.ExpressionNode {
  const target = scope.system.operations.find((one) => one.id === id);
  if (target?.response === undefined) throw new TypeError(`The plan has no operation '${id}' with an answer`);
  const given = new Map(inputs.map(({ name, from }) => [name, inputField(scope, from)] as const));
  const filled: OperationPlan = {
    ...target,
    query: target.query.flatMap((field) => filledField(field, given)),
    headers: target.headers.flatMap((field) => filledField(field, given)),
    inputs: inputs.flatMap(({ name, from }) => {
      const input = first.inputs.find((one) => one.name === from);
      return input === undefined ? [] : [{ ...input, name }];
    }),
  };
  const page = withPosition({ in: cursor.in, param: cursor.param, value: s.identifier(scope.names.cursor) });
  return requestObject(filled, responseParser(target.response, scope), page, { ...scope, given });
}

/** A parameter that the first call does not give has its default, or is not sent. */
function filledField(field: OperationField, given: ReadonlyMap<string, s.ExpressionNode>): readonly OperationField[] {
  if ('const' in field || given.has(field.input)) return [field];
  return field.default === undefined ? [] : [{ name: field.name, const: field.default }];
}
