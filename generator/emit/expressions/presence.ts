import type { Expression } from '../../expression/expression.ts';
import { isMaybe } from './declared-shape.ts';
import type { Scope } from './scope.ts';
import { resultMayMiss } from './operations/result-may-miss.ts';

/** A value as what decides whether it is there, and the operations that always give a result where that is. */
export interface Presence {
  readonly root: Expression;
  /** From the root outwards. */
  readonly then: readonly Extract<Expression, { kind: 'apply' }>[];
}

/** `scope`: an operation whose result is (or is about to be) in a variable is not taken apart. */
export function presenceOf(expression: Expression, scope: Scope): Presence {
  const then: Extract<Expression, { kind: 'apply' }>[] = [];
  let root = expression;
  while (root.kind === 'apply' && isMaybe(root.of.type) && !resultMayMiss(root.op) && !isBound(root, scope)) {
    then.unshift(root);
    root = root.of;
  }
  return { root, then };
}

function isBound(expression: Expression, scope: Scope): boolean {
  return scope.isRepeated(expression) || scope.known(expression) !== undefined;
}
