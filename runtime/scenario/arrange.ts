import { deepEqual } from '../validate/deep-equal.ts';

/**
 * The same items in the order of those that they are compared with, for a comparison in which order does not count. What
 * equals nothing fills the places that are left, in its own order. A matcher of a test framework (`expect.objectContaining`)
 * is asked whether it fits.
 */
export function arrange<T>(items: readonly T[], like: readonly unknown[]): readonly T[] {
  /** The place of each item that has one, by their positions. */
  const places = new Map<number, number>();
  /** Finds a place for an item, moving others where they have another one. */
  const settle = (item: number, tried: Set<number>): boolean =>
    like.some((expected, place) => {
      if (tried.has(place) || !fits(items[item], expected)) return false;
      tried.add(place);
      const holder = [...places].find(([, taken]) => taken === place)?.[0];
      if (holder !== undefined && !settle(holder, tried)) return false;
      places.set(item, place);
      return true;
    });
  const rest = items.filter((_, item) => !settle(item, new Set()));
  const byPlace = new Map(Array.from(places, ([item, place]) => [place, items.slice(item, item + 1)]));
  const arranged = like.flatMap((_, place) => byPlace.get(place) ?? rest.splice(0, 1));
  return [...arranged, ...rest];
}

function fits(item: unknown, expected: unknown): boolean {
  if (typeof expected === 'object' && expected !== null && 'asymmetricMatch' in expected) {
    const { asymmetricMatch } = expected;
    if (typeof asymmetricMatch === 'function') return asymmetricMatch.call(expected, item) === true;
  }
  return deepEqual(item, expected);
}
