import type { OperationField, OperationInput } from '../../ir/system.ts';
import * as s from '../syntax/index.ts';
import { inputField, type ClientScope } from './client-scope.ts';

type DeclaredField = Extract<OperationField, { readonly input: string }>;

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
  if (field.style !== undefined || field.sendEmpty === true) return { node: listValue(field, node), isMaybe: false };
  const type = inputs.find((input) => input.name === field.input)?.type;
  return { node, isMaybe: type?.optional === true || type?.nullable === true };
}

/** `{ values: input.ids, style: 'comma' }` */
function listValue({ style = 'repeat', sendEmpty }: DeclaredField, values: s.ExpressionNode): s.ExpressionNode {
  return s.object([
    s.entry('values', values),
    s.entry('style', s.literal(style)),
    ...(sendEmpty === true ? [s.entry('sendEmpty', s.literal(true))] : []),
  ]);
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
