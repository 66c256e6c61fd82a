import type { Expression } from '../../expression/expression.ts';
import type { Shape, ShapeTable } from '../../shape/shape.ts';
import type { Type } from '../../shape/type.ts';
import { expand } from '../../shape/type-of-shape.ts';
import { asType, type ExpressionNode } from '../syntax/index.ts';
import { isMaybe } from './declared-shape.ts';
import { emitExpression } from './emit-expression.ts';
import type { Scope } from './scope.ts';
import { presentTypeNode } from './type-node.ts';

/** Names that every object has: read plainly, a field that is missing would turn out to be a function. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isInherited(name: string): boolean {
  return INHERITED.has(name);
}

/** Whether a field has to be read as the object's own. */
export function isReadAsOwn(expression: Expression): boolean {
  return expression.kind === 'field' && INHERITED.has(expression.field) && isMaybe(expression.type);
}

/** The expression where a value of a type is wanted. */
export function emitAs(expression: Expression, wanted: Type, scope: Scope): ExpressionNode {
  const node = emitExpression(expression, scope);
  const isWritten = ['object', 'array', 'conditional', 'literal'].includes(expression.kind);
  return isWritten && !isMaybe(expression.type) ? declareAs(node, wanted, scope) : node;
}

/**
 * An object that is written out, as one of its type: where it lacks a field such as `toString`, TypeScript takes what it
 * inherits for the field, and `{}` for no `{ toString?: string }`.
 */
export function declareAs(node: ExpressionNode, type: Type, { context }: Scope): ExpressionNode {
  return mayInherit(type.shape, context.plan.shapes, 0) ? asType(node, presentTypeNode(type, context)) : node;
}

/** How deep a type is looked into. */
const DEEPEST = 6;

function mayInherit(shape: Shape, shapes: ShapeTable, depth: number): boolean {
  const open = expand(shape, shapes);
  if (depth > DEEPEST) return false;
  if (open.kind === 'array') return mayInherit(open.item, shapes, depth + 1);
  if (open.kind === 'union') return open.of.some((one) => mayInherit(one, shapes, depth + 1));
  if (open.kind !== 'object') return false;
  return Array.from(open.fields).some(
    ([name, field]) => (field.optional && INHERITED.has(name)) || mayInherit(field.shape, shapes, depth + 1),
  );
}
