import type { Shape } from '../../shape/shape.ts';
import { unionOf } from '../../shape/union.ts';
import type { Type } from '../../shape/type.ts';

/** The type of a variable that begins with a value of this type: a text rather than this one text, a number rather than a whole one. */
export function widened(type: Type): Type {
  return { shape: widen(type.shape), optional: type.optional, nullable: type.nullable };
}

function widen(shape: Shape): Shape {
  switch (shape.kind) {
    case 'string':
      return { kind: 'string' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'number':
      return shape.values === undefined ? shape : { kind: 'number', integer: false };
    case 'union':
      return unionOf(shape.of.map(widen));
    default:
      return shape;
  }
}
