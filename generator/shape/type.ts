import type { Shape, ShapeName } from './shape.ts';

/** What is known of an expression: its shape without null, and whether it may be absent or null. */
export interface Type {
  readonly shape: Shape;
  /** May be `undefined`: a field that may be missing, an item of a list by its index. */
  readonly optional: boolean;
  /** May be `null`. */
  readonly nullable: boolean;
  /** How the type is written in TypeScript, where it has a name; without it the shape is written out. */
  readonly ref?: TypeRef;
}

/** A TypeScript type by its way from a model: `NonNullable<Order['customer']>['email']`. */
export type TypeRef =
  | { readonly kind: 'model'; readonly name: ShapeName }
  | { readonly kind: 'member'; readonly of: TypeRef; readonly field: string; readonly maybe: boolean }
  | { readonly kind: 'item'; readonly of: TypeRef; readonly maybe: boolean };
