import type { Expression } from '../../expression/expression.ts';
import { isChain, isChoice, type ExpressionNode } from '../syntax/index.ts';
import { emitExpression } from './emit-expression.ts';
import { hintOf } from './hint.ts';
import type { Scope } from './scope.ts';
import { isSimple } from './worth-binding.ts';

/** A value that is about to be written twice: as it is where that is plain, else through a variable. */
export function reference(expression: Expression, scope: Scope, wish = hintOf(expression)): ExpressionNode {
  const known = scope.known(expression);
  if (known !== undefined) return known;
  const node = emitExpression(expression, scope);
  const bound = scope.known(expression);
  if (bound !== undefined) return bound;
  if (expression.kind === 'literal' || (isSimple(expression) && !isChain(node))) return node;
  return bindTo(expression, node, scope, wish);
}

function bindTo(expression: Expression, node: ExpressionNode, scope: Scope, wish: string): ExpressionNode {
  const variable = scope.bind(wish, node);
  scope.remember(expression, variable);
  return variable;
}

/** A value that an operator or method is about to follow: what would be a `? :` in parentheses gets a variable instead. */
export function emitSteady(expression: Expression, scope: Scope): ExpressionNode {
  const node = emitExpression(expression, scope);
  return isChoice(node) ? bindTo(expression, node, scope, hintOf(expression)) : node;
}
