import type { JsonataFunction, Operation } from '../../../expression/expression.ts';
import { call, globalName, method, property, type ExpressionNode } from '../../syntax/index.ts';
import { emitExpression } from '../emit-expression.ts';
import type { Scope } from '../scope.ts';

/** Those that are functions or methods of JavaScript. */
const MATH: Partial<Record<JsonataFunction, string>> = { abs: 'abs', ceil: 'ceil', floor: 'floor', power: 'pow' };
const METHODS: Partial<Record<JsonataFunction, string>> = {
  contains: 'includes',
  join: 'join',
  reverse: 'toReversed',
  split: 'split',
};

/** A function of JSONata. */
export function jsonataFunction(op: Operation, value: ExpressionNode, scope: Scope): ExpressionNode | undefined {
  if (op.op !== 'jsonata') return undefined;
  const args = op.args.map((arg) => emitExpression(arg, scope));
  const math = MATH[op.fn];
  if (math !== undefined) return call(property(globalName('Math'), math), [value, ...args]);
  const own = METHODS[op.fn];
  if (own !== undefined && args.length < 2) return method(value, own, args);
  const name = `jsonata${op.fn.charAt(0).toUpperCase()}${op.fn.slice(1)}`;
  return call(scope.context.imports.useRuntime(name), [value, ...args]);
}
