/**
 * What a value can be: the part of JSON Schema that paths, mappings and TypeScript types depend on. Limits such as
 * `maxLength` are the validators' business and do not show here. Frozen plain data; recursion goes through `ref`.
 */
export type Shape =
  /** `failed`: what it stands for could not be read, which has been reported. It fits everything, so that nothing more is said of it. */
  | { readonly kind: 'any'; readonly failed?: true }
  | { readonly kind: 'never' }
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly values?: readonly boolean[] }
  | { readonly kind: 'string'; readonly values?: readonly string[]; readonly format?: string }
  | { readonly kind: 'number'; readonly integer: boolean; readonly values?: readonly number[] }
  | { readonly kind: 'array'; readonly item: Shape; readonly prefix?: readonly Shape[] }
  | ObjectShape
  | { readonly kind: 'union'; readonly of: readonly Shape[] }
  | { readonly kind: 'ref'; readonly to: ShapeName };

/** Stands for what could not be read. */
export const FAILED_SHAPE = { kind: 'any', failed: true } as const satisfies Shape;

/** Whether nothing more is to be said of a value: what it is has been reported as a mistake. */
export function isFailed(shape: Shape): boolean {
  return shape.kind === 'any' && shape.failed === true;
}

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
