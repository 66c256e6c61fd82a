import { isFailed, type Shape, type ShapeTable } from './shape.ts';
import type { Type, TypeRef } from './type.ts';
import { unionOf } from './union.ts';

/** Follows references until something else is found; a reference that leads nowhere (or only to itself) is `any`. */
export function expand(shape: Shape, shapes: ShapeTable): Shape {
  let current = shape;
  for (let steps = 0; current.kind === 'ref'; steps += 1) {
    const target = shapes.get(current.to);
    if (target === undefined || steps > 100) return { kind: 'any' };
    current = target;
  }
  return current;
}

/** A value of this shape as a type: null is taken out of the shape, and what can be anything can be null. `optional` where it may be absent. */
export function typeOfShape(shape: Shape, shapes: ShapeTable, optional = false, ref?: TypeRef): Type {
  const open = expand(shape, shapes);
  const nullable =
    (open.kind === 'any' && !isFailed(open)) ||
    open.kind === 'null' ||
    (open.kind === 'union' && open.of.some((one) => one.kind === 'null'));
  // The reference is kept where nothing is taken out of it, so that the type keeps its name.
  const named = shape.kind === 'ref' && !isFailed(open) && (!nullable || open.kind === 'any');
  const without = named ? shape : open.kind === 'union' ? unionOf(open.of.filter((one) => one.kind !== 'null')) : open;
  const name = shape.kind === 'ref' ? ({ kind: 'model', name: shape.to } as const) : ref;
  return { shape: without, optional, nullable, ...(name !== undefined && { ref: name }) };
}

/** The same type, certainly there: neither absent nor null. */
export function present(type: Type): Type {
  return type.optional || type.nullable ? { ...type, optional: false, nullable: false } : type;
}

export function isMaybe(type: Type): boolean {
  return type.optional || type.nullable;
}
