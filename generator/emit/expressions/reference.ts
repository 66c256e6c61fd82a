import type { Expression } from '../../expression/expression.ts';
import { isChain, isChoice, type ExpressionNode } from '../syntax/index.ts';
import { emitExpression } from './emit-expression.ts';
import { hintsOf } from './hint.ts';
import type { Scope } from './scope.ts';
import { isSimple } from './worth-binding.ts';

/** A value that is about to be written twice: as it is where that is plain, else through a variable. */
export function reference(expression: Expression, scope: Scope, wish?: string): ExpressionNode {
  const known = scope.known(expression);
  if (known !== undefined) return known;
  const node = emitExpression(expression, scope);
  const bound = scope.known(expression);
  if (bound !== undefined) return bound;
  if (expression.kind === 'literal' || (isSimple(expression) && !isChain(node))) return node;
  return bindTo(expression, node, scope, wish === undefined ? hintsOf(expression) : [wish, ...hintsOf(expression)]);
}

function bindTo(
  expression: Expression,
  node: ExpressionNode,
  scope: Scope,
  wishes: readonly [string, ...string[]],
): ExpressionNode {
  const variable = scope.bind(wishes, node);
  scope.remember(expression, variable);
  return variable;
}

/** A value that an operator or method is about to follow: what would be a `? :` in parentheses gets a variable instead. */
export function emitSteady(expression: Expression, scope: Scope): ExpressionNode {
  const node = emitExpression(expression, scope);
  return isChoice(node) ? bindTo(expression, node, scope, hintsOf(expression)) : node;
}
