import type { Shape, ShapeTable } from '../../shape/shape.ts';
import { expand } from '../../shape/type-of-shape.ts';
import type { Type, TypeRef } from '../../shape/type.ts';
import { unionOf } from '../../shape/union.ts';
import type { Missing } from '../syntax/index.ts';

/** What a schema itself says of a place, whatever the way there adds to it. */
export interface Declared {
  readonly shape: Shape;
  readonly optional: boolean;
  readonly nullable: boolean;
}

/** What a type's way leads to; undefined where it leads nowhere. */
export function declaredAt(ref: TypeRef, shapes: ShapeTable): Declared | undefined {
  if (ref.kind === 'model') {
    const shape = shapes.get(ref.name);
    return shape === undefined ? undefined : declared(shape, false, shapes);
  }
  const owner = declaredAt(ref.of, shapes);
  if (owner === undefined) return undefined;
  return ref.kind === 'item' ? itemOf(owner.shape, shapes) : declaredField(owner.shape, ref.field, shapes);
}

/** A field as its objects declare it; undefined where not all alternatives have it. */
export function declaredField(owner: Shape, field: string, shapes: ShapeTable): Declared | undefined {
  const found: Declared[] = [];
  for (const one of alternatives(owner, shapes)) {
    if (one.kind !== 'object') return undefined;
    const known = one.fields.get(field) ?? (one.rest === undefined ? undefined : { shape: one.rest, optional: true });
    if (known === undefined) return undefined;
    found.push(declared(known.shape, known.optional, shapes));
  }
  if (found.length === 0) return undefined;
  return {
    shape: unionOf(found.map((one) => one.shape)),
    optional: found.some((one) => one.optional),
    nullable: found.some((one) => one.nullable),
  };
}

function itemOf(list: Shape, shapes: ShapeTable): Declared | undefined {
  const open = expand(list, shapes);
  const [only] = alternatives(list, shapes);
  const array = open.kind === 'array' ? open : only;
  return array?.kind === 'array' ? declared(array.item, false, shapes) : undefined;
}

function declared(shape: Shape, optional: boolean, shapes: ShapeTable): Declared {
  const open = expand(shape, shapes);
  return {
    shape,
    optional,
    nullable:
      open.kind === 'null' ||
      open.kind === 'any' ||
      (open.kind === 'union' && open.of.some((one) => one.kind === 'null')),
  };
}

/** The kinds of value that a shape allows, null apart. */
function alternatives(shape: Shape, shapes: ShapeTable): readonly Shape[] {
  const open = expand(shape, shapes);
  const all = open.kind === 'union' ? open.of.map((one) => expand(one, shapes)) : [open];
  return all.filter((one) => one.kind !== 'null');
}

/** What a value may be in place of itself: one of which nothing is known may be anything. */
export function missingOf({ shape, optional, nullable }: Type): Missing {
  return shape.kind === 'any' ? { optional: true, nullable: true } : { optional, nullable };
}

export function isMaybe(type: Missing & { readonly shape?: Shape }): boolean {
  return type.optional || type.nullable || type.shape?.kind === 'any';
}
