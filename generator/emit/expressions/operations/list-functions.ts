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
      return call(imports.useRuntime(op.op), [value, ...by(expression, scope)]);
    case 'unique':
      return op.keep === 'last'
        ? call(imports.useRuntime('uniqueLast'), [value, selector(expression, scope)])
        : call(imports.useRuntime(op.op), [value, ...by(expression, scope)]);
    case 'min':
    case 'max':
      if (op.as !== undefined) return extremeAs(expression, value, scope);
      return isNumber(expression, scope)
        ? call(imports.useRuntime(op.op), [value, ...by(expression, scope)])
        : extremeText(expression, value, scope);
    case 'sort': {
      const select =
        op.by === undefined ? arrow([op.item], identifier(op.item)) : itemFunction(of, op.item, op.by, scope);
      if (op.as === 'number' || op.as === 'wholeNumber')
        return call(imports.useRuntime('sortAs'), [
          value,
          select,
          literal(op.as),
          ...(op.order === 'descending' ? [literal('desc')] : []),
        ]);
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

/** What of an item is compared: the value by which, or the item itself. */
export function selector({ op, of }: Apply, scope: Scope): ExpressionNode {
  return 'by' in op && typeof op.by === 'object' && 'item' in op
    ? itemFunction(of, op.item, op.by, scope)
    : arrow(['item'], identifier('item'));
}

/** The value that is the smallest or the largest, compared as numbers that texts write. */
function extremeAs(expression: Apply, value: ExpressionNode, scope: Scope): ExpressionNode {
  const { op } = expression;
  const values = 'by' in op && op.by !== undefined ? [method(value, 'map', [selector(expression, scope)])] : [value];
  const as = 'as' in op && op.as !== undefined ? op.as : 'text';
  return call(scope.context.imports.useRuntime(op.op === 'max' ? 'maxAs' : 'minAs'), [...values, literal(as)]);
}
