import type { Expression } from '../../expression/expression.ts';
import { isMissing, undefinedValue, type ExpressionNode } from '../syntax/index.ts';
import { choose } from './emit-choice.ts';
import { emitExpression } from './emit-expression.ts';
import { needsQuestion } from './emit-path.ts';
import { hintOf } from './hint.ts';
import { asFunction, asMethod, isMethodLike } from './operations/write-operation.ts';
import { presenceOf } from './presence.ts';
import { emitSteady, reference } from './reference.ts';
import type { Scope } from './scope.ts';

type Apply = Extract<Expression, { kind: 'apply' }>;

/** An operation: `note?.trim()`, `round(total, 2)`, `total === undefined ? undefined : round(total, 2)`. */
export function emitApply(expression: Apply, scope: Scope): ExpressionNode {
  const { op, of } = expression;
  if (!of.type.optional && !of.type.nullable) return emitOn(expression, emitExpression(of, scope), scope);
  // These take anything and say themselves that nothing is there.
  if (op.op === 'typed' || op.op === 'nonEmpty' || op.op === 'is' || (op.op === 'jsonata' && op.takesMissing))
    return asFunction(expression, emitExpression(of, scope), scope);
  const asMethods = emitMethods(expression, scope);
  if (asMethods !== undefined) return asMethods;
  const { root, then } = resultRoot(expression, scope);
  const value = reference(root, scope);
  const test = isMissing(value, root.type);
  return choose(
    { test, type: expression.type, wish: hintOf(expression) },
    () => undefinedValue(),
    (inner) => then.reduce((node, one) => emitOn(one, node, inner), value),
    scope,
  );
}

/** The operation on a value that is there. */
export function emitOn(expression: Apply, value: ExpressionNode, scope: Scope): ExpressionNode {
  return asMethod(expression, value, {}, scope) ?? asFunction(expression, value, scope);
}

/** The whole of it as a chain of methods, `note?.trim().toLowerCase()`, if every operation since the value went missing is one. */
function emitMethods(expression: Apply, scope: Scope): ExpressionNode | undefined {
  const { then, root } = resultRoot(expression, scope);
  if (!then.every((one) => isMethodLike(one))) return undefined;
  let owner: Expression = root;
  let node = emitSteady(root, scope);
  for (const one of then) {
    node = asMethod(one, node, { optional: needsQuestion(owner, node, scope) }, scope) ?? node;
    owner = one;
  }
  return node;
}

/** The last operation may find nothing itself; those before it go back to where the value may be missing. */
function resultRoot(expression: Apply, scope: Scope): { readonly root: Expression; readonly then: readonly Apply[] } {
  const before = presenceOf(expression.of, scope);
  return { root: before.root, then: [...before.then, expression] };
}
