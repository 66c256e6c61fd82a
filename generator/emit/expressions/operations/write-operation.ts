import type { Expression } from '../../../expression/expression.ts';
import type { Access, ExpressionNode } from '../../syntax/index.ts';
import type { Scope } from '../scope.ts';
import { dataFunction } from './data.ts';
import { dateFunction } from './dates.ts';
import { jsonataFunction } from './jsonata.ts';
import { listFunction } from './list-functions.ts';
import { listMethod } from './list-methods.ts';
import { partFunction } from './parts.ts';
import { numberFunction } from './numbers.ts';
import { textMethod } from './text.ts';

type Apply = Extract<Expression, { kind: 'apply' }>;

const METHODS: ReadonlySet<string> = new Set([
  'trim',
  'upper',
  'lower',
  'split',
  'replace',
  'slice',
  'padStart',
  'padEnd',
  'includes',
  'startsWith',
  'endsWith',
  'count',
  'first',
  'last',
  'at',
  'filter',
  'find',
  'some',
  'every',
  'join',
]);

/** Whether the operation is written on the value, so that `?.` can skip it. */
export function isMethodLike({ op, of }: Apply): boolean {
  return METHODS.has(op.op) && of.type.shape.kind !== 'any';
}

/** `value.trim()`; undefined for an operation that is a function. */
export function asMethod(
  expression: Apply,
  value: ExpressionNode,
  access: Access,
  scope: Scope,
): ExpressionNode | undefined {
  if (!isMethodLike(expression)) return undefined;
  return textMethod(expression.op, value, access, scope) ?? listMethod(expression, value, access, scope);
}

/** `round(value, 2)`: an operation that needs the value to be there. */
export function asFunction(expression: Apply, value: ExpressionNode, scope: Scope): ExpressionNode {
  const node =
    numberFunction(expression, value, scope) ??
    dateFunction(expression, value, scope) ??
    listFunction(expression, value, scope) ??
    partFunction(expression, value, scope) ??
    jsonataFunction(expression.op, value, scope) ??
    dataFunction(expression.op, value, scope);
  if (node === undefined) throw new TypeError(`No code for the operation '${expression.op.op}'`);
  return node;
}
