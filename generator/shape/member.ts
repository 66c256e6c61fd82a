import { isFailed, type ObjectShape, type Shape, type ShapeTable } from './shape.ts';
import type { Type } from './type.ts';
import { expand, isMaybe, typeOfShape } from './type-of-shape.ts';
import { unionOf } from './union.ts';

/** What a step along a path finds: a type, or why there is nothing. */
export type Member =
  | { readonly found: Type }
  | { readonly missing: 'field'; readonly known: readonly string[] }
  | { readonly missing: 'notAnObject' | 'notAList' };

/** The field of a value. A maybe-missing value makes the field optional (`?.`). */
export function fieldOf(type: Type, field: string, shapes: ShapeTable): Member {
  const shape = expand(type.shape, shapes);
  if (shape.kind === 'any') return { found: partOfAny(shape) };
  const objects = (shape.kind === 'union' ? shape.of : [shape]).map((one) => expand(one, shapes));
  const candidates = objects.filter((one) => one.kind === 'object');
  if (candidates.length === 0) return { missing: 'notAnObject' };
  if (candidates.length < objects.length) return { missing: 'notAnObject' };
  const found = candidates.map((one) => fieldOfObject(one, field));
  const shapesFound = found.filter((one) => one !== undefined);
  if (shapesFound.length === 0)
    return { missing: 'field', known: [...new Set(candidates.flatMap((one) => [...one.fields.keys()]))] };
  // A field that only some alternatives of a union have cannot be read in TypeScript without telling them apart.
  if (shapesFound.length < found.length) return { missing: 'field', known: commonFields(candidates) };
  const optional = isMaybe(type) || shapesFound.some((one) => one.optional);
  const ref =
    type.ref === undefined ? undefined : ({ kind: 'member', of: type.ref, field, maybe: isMaybe(type) } as const);
  return { found: typeOfShape(unionOf(shapesFound.map((one) => one.shape)), shapes, optional, ref) };
}

function fieldOfObject(
  object: ObjectShape,
  field: string,
): { readonly shape: Shape; readonly optional: boolean } | undefined {
  const declared = object.fields.get(field);
  if (declared !== undefined || object.rest === undefined) return declared;
  // TypeScript has one index signature, which the declared fields must fit, too.
  return { shape: unionOf([object.rest, ...[...object.fields.values()].map((one) => one.shape)]), optional: true };
}

function commonFields(objects: readonly ObjectShape[]): readonly string[] {
  const [first, ...others] = objects;
  return first === undefined
    ? []
    : [...first.fields.keys()].filter((name) => others.every((other) => other.fields.has(name)));
}

/** A part of what can be anything may be anything, or missing; a part of what failed has failed itself. */
function partOfAny(shape: Shape): Type {
  const certain = isFailed(shape);
  return { shape, optional: !certain, nullable: !certain };
}

/** An item of a list: by its position it may be absent, within a loop it is there. */
export function itemOf(type: Type, shapes: ShapeTable, by: 'position' | 'loop'): Member {
  const shape = expand(type.shape, shapes);
  const optional = by === 'position' || isMaybe(type);
  if (shape.kind === 'any') return { found: partOfAny(shape) };
  if (shape.kind !== 'array') return { missing: 'notAList' };
  const ref = type.ref === undefined ? undefined : ({ kind: 'item', of: type.ref, maybe: isMaybe(type) } as const);
  return { found: typeOfShape(shape.item, shapes, by === 'position' ? optional : false, ref) };
}
