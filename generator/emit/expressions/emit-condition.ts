import type { Expression } from '../../expression/expression.ts';
import {
  assign,
  binary,
  booleanLiteral,
  identifier,
  ifThen,
  isMissing,
  isPresent,
  not,
  variable,
  type ExpressionNode,
} from '../syntax/index.ts';
import { constantCondition } from './constant-condition.ts';
import { isMaybe, missingOf } from './declared-shape.ts';
import { emitExpression } from './emit-expression.ts';
import { presenceOf } from './presence.ts';
import { emitSteady } from './reference.ts';
import type { Scope } from './scope.ts';

/** A condition; one that does not depend on the data is `true` or `false`. */
export function emitCondition(
  condition: Extract<Expression, { kind: 'present' | 'not' | 'binary' }>,
  scope: Scope,
): ExpressionNode {
  const constant = constantCondition(condition);
  if (constant !== undefined) return booleanLiteral(constant);
  if (condition.kind === 'binary') return emitBinary(condition, scope);
  return condition.kind === 'present' ? emitPresent(condition.of, scope) : emitNot(condition.of, scope);
}

/** `x !== undefined`, by what the value may be when it is not there. */
function emitPresent(of: Expression, scope: Scope): ExpressionNode {
  const { root } = presenceOf(of, scope);
  return isMaybe(root.type) ? isPresent(emitSteady(root, scope), missingOf(root.type)) : booleanLiteral(true);
}

/** The opposite of a condition, as a person would write it. */
function emitNot(of: Expression, scope: Scope): ExpressionNode {
  if (of.kind === 'not') return emitExpression(of.of, scope);
  if (of.kind === 'present') {
    const { root } = presenceOf(of.of, scope);
    return isMaybe(root.type) ? isMissing(emitSteady(root, scope), missingOf(root.type)) : booleanLiteral(false);
  }
  if (of.kind === 'binary' && (of.op === '===' || of.op === '!==')) {
    return binary(emitExpression(of.left, scope), of.op === '===' ? '!==' : '===', emitExpression(of.right, scope));
  }
  return not(emitExpression(of, scope));
}

function emitBinary(expression: Extract<Expression, { kind: 'binary' }>, scope: Scope): ExpressionNode {
  const { op, left, right } = expression;
  if (op === '&&' || op === '||') {
    // What is foregone on one side leaves the other to decide.
    if (constantCondition(left) !== undefined) return emitExpression(right, scope);
    if (constantCondition(right) !== undefined) return emitExpression(left, scope);
  }
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
