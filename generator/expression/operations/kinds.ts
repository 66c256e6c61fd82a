import type { Shape, ShapeTable } from '../../shape/shape.ts';
import { expand, typeOfShape } from '../../shape/type-of-shape.ts';
import type { Type } from '../../shape/type.ts';
import { unionOf } from '../../shape/union.ts';
import type { ValueKind } from '../expression.ts';

const ANYTHING: Readonly<Record<ValueKind, Shape>> = {
  string: { kind: 'string' },
  number: { kind: 'number', integer: false },
  boolean: { kind: 'boolean' },
  object: { kind: 'object', fields: new Map(), rest: { kind: 'any' } },
  array: { kind: 'array', item: { kind: 'any' } },
};

/** What is known of a value once it was shown to be of a kind, or (with `holds: false`) not to be. */
export function ofKind(type: Type, kind: ValueKind, holds: boolean, shapes: ShapeTable): Type {
  const shape = expand(type.shape, shapes);
  if (shape.kind === 'any') return holds ? typeOfShape(ANYTHING[kind], shapes) : type;
  const parts = (shape.kind === 'union' ? shape.of : [shape]).filter(
    (part) => (expand(part, shapes).kind === kind) === holds,
  );
  // What cannot be so is not gone on about: it is as it was.
  if (parts.length === 0) return type;
  const narrowed: Type = { shape: unionOf(parts), optional: type.optional, nullable: type.nullable };
  return holds ? { ...narrowed, optional: false, nullable: false } : narrowed;
}
