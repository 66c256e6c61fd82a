import type { Operation } from '../../../expression/expression.ts';
import { literal, method, type Access, type ExpressionNode } from '../../syntax/index.ts';
import { emitExpression } from '../emit-expression.ts';
import type { Scope } from '../scope.ts';

/** Operations on text that are methods in TypeScript, too. */
export function textMethod(
  op: Operation,
  value: ExpressionNode,
  access: Access,
  scope: Scope,
): ExpressionNode | undefined {
  switch (op.op) {
    case 'trim':
      return method(value, 'trim', [], access);
    case 'upper':
      return method(value, 'toUpperCase', [], access);
    case 'lower':
      return method(value, 'toLowerCase', [], access);
    case 'split':
      return method(value, 'split', [literal(op.by)], access);
    case 'replace':
      // A dollar sign in a replacement refers to what was found, unless it is doubled.
      return method(value, 'replaceAll', [literal(op.find), literal(op.with.replaceAll('$', '$$$$'))], access);
    case 'padStart':
    case 'padEnd':
      return method(value, op.op, [literal(op.length), ...(op.with === ' ' ? [] : [literal(op.with)])], access);
    case 'slice':
      return method(value, 'slice', [literal(op.from), ...(op.to === undefined ? [] : [literal(op.to)])], access);
    case 'includes':
    case 'startsWith':
    case 'endsWith':
      return method(value, op.op, [emitExpression(op.value, scope)], access);
    default:
      return undefined;
  }
}
