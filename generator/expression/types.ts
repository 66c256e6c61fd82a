import { FAILED_SHAPE, type Shape } from '../shape/shape.ts';
import type { Type } from '../shape/type.ts';
import { unionOf } from '../shape/union.ts';

/** Of a value that is always there, and never null. */
export function plain(shape: Shape): Type {
  return { shape, optional: false, nullable: false };
}

export const STRING = plain({ kind: 'string' });
export const NUMBER = plain({ kind: 'number', integer: false });
export const INTEGER = plain({ kind: 'number', integer: true });
export const BOOLEAN = plain({ kind: 'boolean' });
export const ANY: Type = { shape: { kind: 'any' }, optional: true, nullable: true };
/** Of a value that could not be read, which has been reported: it fits everything. */
export const FAILED: Type = plain(FAILED_SHAPE);
export const NULL: Type = { shape: { kind: 'null' }, optional: false, nullable: true };

export function listOf(item: Type): Type {
  return plain({ kind: 'array', item: shapeOf(item) });
}

/** The type of a literal: a choice of this one value. */
export function literalType(value: unknown): Type {
  if (value === null) return NULL;
  if (typeof value === 'string') return plain({ kind: 'string', values: [value] });
  if (typeof value === 'number') return plain({ kind: 'number', integer: Number.isInteger(value), values: [value] });
  if (typeof value === 'boolean') return plain({ kind: 'boolean', values: [value] });
  if (Array.isArray(value)) return listLiteral(value);
  if (typeof value === 'object') {
    const fields = new Map(
      Object.entries(value).map(
        ([name, field]) => [name, { shape: shapeOf(literalType(field)), optional: false }] as const,
      ),
    );
    return plain({ kind: 'object', fields });
  }
  return ANY;
}

function listLiteral(values: readonly unknown[]): Type {
  const shapes = values.map((value) => shapeOf(literalType(value)));
  return plain({ kind: 'array', item: shapes.length === 0 ? { kind: 'never' } : unionOf(shapes) });
}

/** The shape with null back in it. */
export function shapeOf(type: Type): Shape {
  return type.nullable && type.shape.kind !== 'null' && type.shape.kind !== 'any'
    ? unionOf([type.shape, { kind: 'null' }])
    : type.shape;
}
