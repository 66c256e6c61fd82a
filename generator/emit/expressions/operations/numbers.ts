import type { Expression } from '../../../expression/expression.ts';
import type { Shape } from '../../../shape/shape.ts';
import { expand } from '../../../shape/type-of-shape.ts';
import { binary, call, literal, type ExpressionNode } from '../../syntax/index.ts';
import type { Scope } from '../scope.ts';

const CASTS = { number: 'toNumber', integer: 'toInteger', string: 'toText', boolean: 'toBoolean' } as const;
const TYPED = {
  number: 'numberOrUndefined',
  integer: 'integerOrUndefined',
  string: 'stringOrUndefined',
  boolean: 'booleanOrUndefined',
  object: 'objectOrUndefined',
  array: 'listOrUndefined',
} as const;

/** Casts and arithmetic. A cast of what is such a value already is the value. */
export function numberFunction(
  { op, of }: Extract<Expression, { kind: 'apply' }>,
  value: ExpressionNode,
  { context }: Scope,
): ExpressionNode | undefined {
  const shape = expand(of.type.shape, context.plan.shapes);
  switch (op.op) {
    case 'number':
    case 'integer':
    case 'string':
    case 'boolean':
      return isAlready(shape, op.op) ? value : call(context.imports.useRuntime(CASTS[op.op]), [value]);
    case 'typed':
      return call(context.imports.useRuntime(TYPED[op.to]), [value]);
    case 'round':
      return call(context.imports.useRuntime('round'), [value, literal(op.digits)]);
    case 'multiply':
      return binary(value, '*', literal(op.by));
    case 'add':
      return op.by < 0 ? binary(value, '-', literal(-op.by)) : binary(value, '+', literal(op.by));
    default:
      return undefined;
  }
}

function isAlready(shape: Shape, kind: 'number' | 'integer' | 'string' | 'boolean'): boolean {
  if (shape.kind === 'union') return shape.of.every((one) => isAlready(one, kind));
  return kind === 'integer' ? shape.kind === 'number' && shape.integer : shape.kind === kind;
}
