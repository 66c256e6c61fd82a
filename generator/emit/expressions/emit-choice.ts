import type { Expression } from '../../expression/expression.ts';
import {
  assign,
  binary,
  conditional,
  identifier,
  ifThen,
  isMissing,
  variable,
  type ExpressionNode,
} from '../syntax/index.ts';
import { constantCondition } from './constant-condition.ts';
import { isMaybe } from './declared-shape.ts';
import { emitExpression } from './emit-expression.ts';
import { hintOf } from './hint.ts';
import { emitSteady } from './reference.ts';
import type { Scope } from './scope.ts';
import { typeNode } from './type-node.ts';
import type { Type } from '../../shape/type.ts';

export function emitConditional(
  expression: Extract<Expression, { kind: 'conditional' }>,
  scope: Scope,
): ExpressionNode {
  const constant = constantCondition(expression.test);
  if (constant !== undefined) return emitExpression(constant ? expression.then : expression.else, scope);
  const test = emitExpression(expression.test, scope);
  return choose(
    { test, type: expression.type, wish: hintOf(expression) },
    (then) => emitExpression(expression.then, then),
    (otherwise) => emitExpression(expression.else, otherwise),
    scope,
  );
}

export interface Choice {
  readonly test: ExpressionNode;
  readonly type: Type;
  readonly wish: string;
}

/** `test ? then : otherwise`, or `if` and `else` where one of them needs statements of its own. */
export function choose(
  { test, type, wish }: Choice,
  then: (scope: Scope) => ExpressionNode,
  otherwise: (scope: Scope) => ExpressionNode,
  scope: Scope,
): ExpressionNode {
  const [one, other] = [scope.inline(), scope.inline()];
  const [first, second] = [then(one), otherwise(other)];
  if (one.statements.length + other.statements.length === 0) return conditional(test, first, second);
  const name = scope.unique(wish);
  scope.add(variable(name, typeNode(type, scope.context)));
  scope.add(
    ifThen(
      test,
      [...one.statements, assign(identifier(name), first)],
      [...other.statements, assign(identifier(name), second)],
    ),
  );
  return identifier(name);
}

/** The first that is there: `a ?? b ?? c`. */
export function emitCoalesce(expression: Extract<Expression, { kind: 'coalesce' }>, scope: Scope): ExpressionNode {
  const [first, ...rest] = expression.of;
  if (first === undefined) throw new TypeError('A coalesce of nothing');
  let node = emitSteady(first, scope);
  let type = first.type;
  for (const next of rest) {
    if (!isMaybe(type)) break;
    if (next.kind === 'literal' && next.value === undefined && !type.nullable) continue;
    node = orElse(node, type, next, expression, scope);
    type = next.type;
  }
  return node;
}

function orElse(node: ExpressionNode, type: Type, next: Expression, whole: Expression, scope: Scope): ExpressionNode {
  const inline = scope.inline();
  const other = emitExpression(next, inline);
  if (inline.statements.length === 0) return binary(node, '??', other);
  const name = scope.unique(hintOf(whole));
  const declared = {
    ...whole.type,
    optional: whole.type.optional || type.optional,
    nullable: whole.type.nullable || type.nullable,
  };
  scope.add(variable(name, typeNode(declared, scope.context), node));
  scope.add(ifThen(isMissing(identifier(name), type), [...inline.statements, assign(identifier(name), other)]));
  return identifier(name);
}
