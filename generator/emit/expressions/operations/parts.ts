import type { Expression, ValueKind } from '../../../expression/expression.ts';
import {
  array,
  binary,
  call,
  globalName,
  literal,
  method,
  object,
  property,
  spreadEntry,
  typeOfValue,
  type ExpressionNode,
} from '../../syntax/index.ts';
import { emitExpression } from '../emit-expression.ts';
import { itemFunction } from '../item-function.ts';
import type { Scope } from '../scope.ts';
import { selector } from './list-functions.ts';

type Apply = Extract<Expression, { kind: 'apply' }>;

/** Operations that take lists and objects apart and put them together anew. */
export function partFunction(expression: Apply, value: ExpressionNode, scope: Scope): ExpressionNode | undefined {
  const { op, of } = expression;
  const { imports } = scope.context;
  switch (op.op) {
    case 'removePrefix':
    case 'removeSuffix':
      return call(imports.useRuntime(op.op), [value, literal(op.text)]);
    case 'urlEncode':
      return call(globalName('encodeURIComponent'), [value]);
    case 'list':
      return array([value]);
    case 'keys':
    case 'values':
      return call(property(globalName('Object'), op.op), [value]);
    case 'until':
      return call(imports.useRuntime('takeUntil'), [value, itemFunction(of, op.item, op.test, scope)]);
    case 'take':
      return op.value.kind === 'literal'
        ? method(value, 'slice', [literal(0), literal(op.value.value)])
        : call(imports.useRuntime('take'), [value, emitExpression(op.value, scope)]);
    case 'drop':
      return op.value.kind === 'literal'
        ? method(value, 'slice', [literal(op.value.value)])
        : call(imports.useRuntime('drop'), [value, emitExpression(op.value, scope)]);
    case 'chunk':
      return call(imports.useRuntime('chunk'), [value, literal(op.size)]);
    case 'group':
      return call(imports.useRuntime('groupBy'), [value, selector(expression, scope)]);
    case 'keyed':
      return call(imports.useRuntime('keyBy'), [value, selector(expression, scope)]);
    case 'minBy':
    case 'maxBy':
      return call(imports.useRuntime(op.op), [value, selector(expression, scope), literal(op.as ?? 'text')]);
    case 'records':
      return call(imports.useRuntime('records'), [
        value,
        emitExpression(op.value, scope),
        ...(op.case === 'keep' ? [] : [literal(op.case)]),
      ]);
    case 'range':
      return call(imports.useRuntime('range'), [value, emitExpression(op.value, scope)]);
    case 'open':
      return object([spreadEntry(value)]);
    case 'merge':
      return object([spreadEntry(value), spreadEntry(emitExpression(op.value, scope))]);
    case 'member':
    case 'asMember':
      return call(imports.useRuntime(op.op === 'member' ? 'own' : 'asMember'), [value, emitExpression(op.name, scope)]);
    case 'is':
      return isOf(op.kind, value, scope);
    default:
      return undefined;
  }
}

function isOf(kind: ValueKind, value: ExpressionNode, { context: { imports } }: Scope): ExpressionNode {
  if (kind === 'array') return call(property(globalName('Array'), 'isArray'), [value]);
  return kind === 'object'
    ? call(imports.useRuntime('isObject'), [value])
    : binary(typeOfValue(value), '===', literal(kind));
}
