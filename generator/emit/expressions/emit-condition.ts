import type { Expression } from '../../expression/expression.ts';
import { assign, binary, booleanLiteral, identifier, ifThen, isMissing, isPresent, not, variable, type ExpressionNode } from '../syntax/index.ts';
import { isMaybe } from './declared-shape.ts';
import { emitExpression } from './emit-expression.ts';
import { presenceOf } from './presence.ts';
import { emitSteady } from './reference.ts';
import type { Scope } from './scope.ts';

/** `x !== undefined`, by what the value may be when it is not there. */
export function emitPresent(of: Expression, scope: Scope): ExpressionNode {
  const { root } = presenceOf(of, scope);
  if (root.type.shape.kind === 'null' || root.type.shape.kind === 'never') return booleanLiteral(false);
  return isMaybe(root.type) ? isPresent(emitSteady(root, scope), root.type) : booleanLiteral(true);
}

/** The opposite of a condition, as a person would write it. */
export function emitNot(of: Expression, scope: Scope): ExpressionNode {
  if (of.kind === 'not') return emitExpression(of.of, scope);
  if (of.kind === 'present') {
    const { root } = presenceOf(of.of, scope);
    if (root.type.shape.kind === 'null' || root.type.shape.kind === 'never') return booleanLiteral(true);
    return isMaybe(root.type) ? isMissing(emitSteady(root, scope), root.type) : booleanLiteral(false);
  }
  if (of.kind === 'binary' && (of.op === '===' || of.op === '!==')) {
    return binary(emitExpression(of.left, scope), of.op === '===' ? '!==' : '===', emitExpression(of.right, scope));
  }
  return not(emitExpression(of, scope));
}

export function emitBinary(expression: Extract<Expression, { kind: 'binary' }>, scope: Scope): ExpressionNode {
  const { op, left, right } = expression;
  const one = emitExpression(left, scope);
  if (op !== '&&' && op !== '||') return binary(one, op, emitExpression(right, scope));
  const inline = scope.inline();
  const other = emitExpression(right, inline);
  if (inline.statements.length === 0) return binary(one, op, other);
  // The right side needs statements, which only run where it counts.
  const name = scope.unique('holds');
  scope.add(variable(name, undefined, booleanLiteral(op === '||')));
  scope.add(ifThen(op === '&&' ? one : emitNot(left, scope), [...inline.statements, assign(identifier(name), other)]));
  return identifier(name);
}
