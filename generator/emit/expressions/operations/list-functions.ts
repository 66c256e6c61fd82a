import type { Expression } from '../../../expression/expression.ts';
import { expand } from '../../../shape/type-of-shape.ts';
import { arrow, call, element, identifier, literal, method, type ExpressionNode } from '../../syntax/index.ts';
import { itemFunction } from '../item-function.ts';
import type { Scope } from '../scope.ts';

type Apply = Extract<Expression, { kind: 'apply' }>;

/** Operations on lists that are functions of the runtime. */
export function listFunction(expression: Apply, value: ExpressionNode, scope: Scope): ExpressionNode | undefined {
  const { op, of } = expression;
  const { imports } = scope.context;
  switch (op.op) {
    case 'flatten':
    case 'compact':
      return call(imports.useRuntime(op.op), [value]);
    case 'sum':
    case 'unique':
      return call(imports.useRuntime(op.op), [value, ...by(expression, scope)]);
    case 'min':
    case 'max':
      return isNumber(expression, scope)
        ? call(imports.useRuntime(op.op), [value, ...by(expression, scope)])
        : extremeText(expression, value, scope);
    case 'sort': {
      const select =
        op.by === undefined ? arrow([op.item], identifier(op.item)) : itemFunction(of, op.item, op.by, scope);
      return call(imports.useRuntime('sortBy'), [
        value,
        select,
        ...(op.order === 'descending' ? [literal('desc')] : []),
      ]);
    }
    default:
      return undefined;
  }
}

function by({ op, of }: Apply, scope: Scope): ExpressionNode[] {
  return (op.op === 'sum' || op.op === 'unique' || op.op === 'min' || op.op === 'max') && op.by !== undefined
    ? [itemFunction(of, op.item, op.by, scope)]
    : [];
}

function isNumber({ type }: Apply, { context }: Scope): boolean {
  const shape = expand(type.shape, context.plan.shapes);
  return shape.kind === 'union' ? shape.of.every((one) => one.kind === 'number') : shape.kind === 'number';
}

/** The first text in order, or the last: the runtime's `min` and `max` are for numbers. */
function extremeText(expression: Apply, value: ExpressionNode, scope: Scope): ExpressionNode {
  const [select] = by(expression, scope);
  const texts = select === undefined ? value : method(value, 'map', [select]);
  const order = expression.op.op === 'max' ? [literal('desc')] : [];
  return element(
    call(scope.context.imports.useRuntime('sortBy'), [texts, arrow(['text'], identifier('text')), ...order]),
    0,
  );
}
