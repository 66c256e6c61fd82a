import type { Expression } from '../../expression/expression.ts';
import { array, call, element, isChain, literal, method, property, type ExpressionNode } from '../syntax/index.ts';
import { declaredField, isMaybe } from './declared-shape.ts';
import { emitExpression } from './emit-expression.ts';
import { isReadAsOwn } from './inherited.ts';
import type { Scope } from './scope.ts';
import { resultMayMiss } from './operations/result-may-miss.ts';

type Path = Extract<Expression, { kind: 'field' | 'index' }>;

/** A field or an item: `order.customer?.email`, `lines[0]`, `tags.at(-1)`. */
export function emitPath(expression: Path, scope: Scope): ExpressionNode {
  if (expression.of.type.shape.kind === 'any') return emitUnknown(expression, scope);
  // A part that was shown to be there shows that all on the way to it is.
  const certain = !isMaybe(expression.type) && expression.kind === 'field';
  const owner = certain ? emitCertain(expression.of, scope) : emitExpression(expression.of, scope);
  const access = { optional: !certain && needsQuestion(expression.of, owner, scope) };
  if (expression.kind === 'field') {
    if (isReadAsOwn(expression))
      return call(scope.context.imports.useRuntime('own'), [owner, literal(expression.field)]);
    return property(owner, expression.field, access);
  }
  return expression.index < 0
    ? method(owner, 'at', [literal(expression.index)], access)
    : element(owner, expression.index, access);
}

/** A path whose end is there, written without a single `?.`. */
function emitCertain(expression: Expression, scope: Scope): ExpressionNode {
  const known = scope.known(expression);
  if (known !== undefined || expression.kind !== 'field' || expression.of.type.shape.kind === 'any')
    return known ?? emitExpression(expression, scope);
  return property(emitCertain(expression.of, scope), expression.field);
}

/** Whether `?.` is what reads from this value. Behind a `?.` the rest of the chain is skipped anyway. */
export function needsQuestion(owner: Expression, node: ExpressionNode, scope: Scope): boolean {
  return isMaybe(owner.type) && (!isChain(node) || missesByItself(owner, scope));
}

/** Whether a value at the end of a chain may be missing even if all before it is there. */
function missesByItself(expression: Expression, scope: Scope): boolean {
  if (expression.kind === 'field') {
    const declared = declaredField(expression.of.type.shape, expression.field, scope.context.plan.shapes);
    return declared === undefined || isMaybe(declared);
  }
  return expression.kind === 'apply' ? resultMayMiss(expression.op) : true;
}

/** What is within a value of which nothing is known is looked up, step by step, as long as there is something. */
function emitUnknown(expression: Path, scope: Scope): ExpressionNode {
  const keys: (string | number)[] = [];
  let root: Expression = expression;
  while (
    (root.kind === 'field' || root.kind === 'index') &&
    root.of.type.shape.kind === 'any' &&
    scope.known(root) === undefined
  ) {
    keys.unshift(root.kind === 'field' ? root.field : root.index);
    root = root.of;
  }
  return call(scope.context.imports.useRuntime('readPath'), [
    emitExpression(root, scope),
    array(keys.map((key) => literal(key))),
  ]);
}
