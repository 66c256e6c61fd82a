/**
 * What a value can be: the part of JSON Schema that paths, mappings and TypeScript types depend on. Limits such as
 * `maxLength` are the validators' business and do not show here. Frozen plain data; recursion goes through `ref`.
 */
export type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'never' }
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly values?: readonly boolean[] }
  | { readonly kind: 'string'; readonly values?: readonly string[]; readonly format?: string }
  | { readonly kind: 'number'; readonly integer: boolean; readonly values?: readonly number[] }
  | { readonly kind: 'array'; readonly item: Shape; readonly prefix?: readonly Shape[] }
  | ObjectShape
  | { readonly kind: 'union'; readonly of: readonly Shape[] }
  | { readonly kind: 'ref'; readonly to: ShapeName };

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, Field>;
  /** What undeclared fields hold, where the schema says so in so many words; absent where it is silent or forbids them. */
  readonly rest?: Shape;
}

export interface Field {
  readonly shape: Shape;
  /** The field may be missing. */
  readonly optional: boolean;
  readonly description?: string;
}

/** A model's name (`Order`), or a place within its schema that something refers to (`Order#/$defs/LineItem`). */
export type ShapeName = string;

/** All shapes that `ref` can lead to. */
export type ShapeTable = ReadonlyMap<ShapeName, Shape>;
