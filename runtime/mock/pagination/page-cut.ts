import type { StoredItem } from '../collections.ts';
import type { JsonPath } from '../json-path.ts';

/** The items that a list is about, in the order of the answer. */
export interface Listing {
  /** The whole collection: a cursor may stand on an item that does not match. */
  readonly all: readonly StoredItem[];
  readonly matching: readonly StoredItem[];
  readonly newestFirst: boolean;
}

/** Something of the answer beside the items; without a value, what is at `at` is left out. */
export interface Placement {
  readonly at: JsonPath;
  readonly value?: unknown;
}

/** One page of a listing. */
export interface PageCut {
  readonly items: readonly StoredItem[];
  readonly places: readonly Placement[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The place of a value, where the definition has one. */
export function placed(at: JsonPath | undefined, value: unknown): readonly Placement[] {
  return at === undefined ? [] : [{ at, value }];
}
