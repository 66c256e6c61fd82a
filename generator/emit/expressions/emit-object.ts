import type { Expression, ObjectField } from '../../expression/expression.ts';
import {
  binary,
  entry,
  isPresent,
  object,
  parenthesized,
  spreadEntry,
  type ExpressionNode,
  type ObjectEntryNode,
} from '../syntax/index.ts';
import { isMaybe, missingOf } from './declared-shape.ts';
import { emitExpression } from './emit-expression.ts';
import { reference } from './reference.ts';
import type { Scope } from './scope.ts';

/** `{ id: order.id, ...(note !== undefined && { note }) }` */
export function emitObject(expression: Extract<Expression, { kind: 'object' }>, scope: Scope): ExpressionNode {
  return object(expression.fields.map((field) => emitField(field, scope)));
}

function emitField({ name, value, optional, keepsNull }: ObjectField, scope: Scope): ObjectEntryNode {
  if (!optional || !isMaybe(value.type)) return entry(name, emitExpression(value, scope));
  const node = reference(value, scope, name);
  const missing = keepsNull === true ? { optional: true, nullable: false } : missingOf(value.type);
  return spreadEntry(parenthesized(binary(isPresent(node, missing), '&&', object([entry(name, node)]))));
}
