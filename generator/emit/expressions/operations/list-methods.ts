import type { Expression } from '../../../expression/expression.ts';
import { element, literal, method, property, type Access, type ExpressionNode } from '../../syntax/index.ts';
import { itemFunction } from '../item-function.ts';
import type { Scope } from '../scope.ts';

/** Operations on lists that are methods in TypeScript, too. */
export function listMethod(
  { op, of }: Extract<Expression, { kind: 'apply' }>,
  value: ExpressionNode,
  access: Access,
  scope: Scope,
): ExpressionNode | undefined {
  switch (op.op) {
    case 'count':
      return property(value, 'length', access);
    case 'first':
      return element(value, 0, access);
    case 'last':
      return method(value, 'at', [literal(-1)], access);
    case 'at':
      return op.index < 0 ? method(value, 'at', [literal(op.index)], access) : element(value, op.index, access);
    case 'join':
      return method(value, 'join', [literal(op.with)], access);
    case 'filter':
    case 'find':
    case 'some':
    case 'every':
      return method(value, op.op, [itemFunction(of, op.item, op.test, scope)], access);
    default:
      return undefined;
  }
}
