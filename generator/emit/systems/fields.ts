import type { OperationField, OperationInput } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import { inputField, type ClientScope } from './client-scope.ts';

export interface QueryValue {
  readonly node: s.ExpressionNode;
  /** It may be absent or null; the transport leaves it out then. */
  readonly isMaybe: boolean;
}

/** A query parameter's value. */
export function queryValue(field: OperationField, inputs: readonly OperationInput[], scope: ClientScope): QueryValue {
  if ('const' in field) return { node: s.literal(field.const), isMaybe: false };
  const node = inputField(scope, field.input);
  if (field.default !== undefined) return { node: s.binary(node, '??', s.literal(field.default)), isMaybe: false };
  const type = inputs.find((input) => input.name === field.input)?.type;
  return { node, isMaybe: type?.optional === true || type?.nullable === true };
}

/** A header's value: text, or undefined where it is left out. */
export function headerValue(
  field: OperationField,
  inputs: readonly OperationInput[],
  scope: ClientScope,
): s.ExpressionNode {
  if ('const' in field) return s.literal(String(field.const));
  const type = inputs.find((input) => input.name === field.input)?.type;
  const value = inputField(scope, field.input);
  const isText = type?.shape.kind === 'string';
  const text = isText
    ? value
    : s.method(value, 'toString', [], { optional: type?.optional === true || type?.nullable === true });
  if (field.default !== undefined) return s.binary(text, '??', s.literal(String(field.default)));
  return isText && type.nullable ? s.binary(text, '??', s.undefinedValue()) : text;
}
