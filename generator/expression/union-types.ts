import type { Type } from '../shape/type.ts';
import type { Shape } from '../shape/shape.ts';
import { unionOf } from '../shape/union.ts';

/** The type of a value that is one of these. */
export function unionTypes(types: readonly Type[]): Type {
  const [first, ...others] = types;
  if (first !== undefined && others.every((other) => other.shape === first.shape)) {
    return { ...first, optional: types.some((type) => type.optional), nullable: types.some((type) => type.nullable) };
  }
  const shape = asOneList(unionOf(types.map((type) => type.shape).filter((one) => one.kind !== 'null')));
  return {
    shape: shape.kind === 'never' && types.some((type) => type.shape.kind === 'null') ? { kind: 'null' } : shape,
    optional: types.some((type) => type.optional),
    nullable: types.some((type) => type.nullable),
  };
}

/** Lists of different items are a list of either: TypeScript takes the one for the other. */
function asOneList(shape: Shape): Shape {
  if (shape.kind !== 'union') return shape;
  const lists = shape.of.filter((one) => one.kind === 'array');
  return lists.length < shape.of.length ? shape : { kind: 'array', item: unionOf(lists.map((list) => list.item)) };
}
