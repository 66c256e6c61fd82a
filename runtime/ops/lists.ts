import { compareKeys, type SortKey } from './compare-keys.ts';
import { stringifyJson } from './json.ts';
import { setMember } from './objects.ts';

/** The items without repeats, the first of each kept. Items, or what `select` takes of them, are compared as JSON values. */
export function unique<T>(items: readonly T[], select?: (item: T) => unknown): T[] {
  const kept: T[] = [];
  const seen = new Set<unknown>();
  // Apart from the texts, which may look like an object's.
  let seenObjects: Set<string> | undefined;
  for (const item of items) {
    const value: unknown = select === undefined ? item : select(item);
    if (typeof value === 'object' && value !== null) {
      const text = stringifyJson(value);
      seenObjects ??= new Set();
      if (seenObjects.has(text)) continue;
      seenObjects.add(text);
    } else {
      if (seen.has(value)) continue;
      seen.add(value);
    }
    kept.push(item);
  }
  return kept;
}

/** The items by a key, those with the same key in the order that they had; keys that are absent come last in both orders. */
export function sortBy<T>(items: readonly T[], select: (item: T) => SortKey, order: 'asc' | 'desc' = 'asc'): T[] {
  return items
    .map((item) => ({ item, key: select(item) }))
    .toSorted((a, b) => compareKeys(a.key, b.key, order))
    .map(({ item }) => item);
}

/** The items of the lists one after the other, one level deep. */
export function flatten<T>(lists: readonly (T | readonly T[])[]): T[] {
  const flat: T[] = [];
  for (const part of lists) {
    if (isList(part)) for (const item of part) flat.push(item);
    else flat.push(part);
  }
  return flat;
}

/** The items that are neither null nor undefined; 0, false and '' stay. */
export function compact<T>(items: readonly T[]): NonNullable<T>[] {
  return items.filter((item): item is NonNullable<T> => item !== null && item !== undefined);
}

/** The own properties of an object as a list. */
export function entries<V>(object: Readonly<Record<string, V>>): { key: string; value: V }[] {
  return Object.entries(object).map(([key, value]) => ({ key, value }));
}

/** The object with these members; of several with one name the last, and none where the value is missing. */
export function fromEntries<V>(
  list: readonly { readonly key: string | number; readonly value?: V | undefined }[],
): Record<string, V> {
  const object: Record<string, V> = {};
  for (const { key, value } of list) if (value !== undefined) setMember(object, String(key), value);
  return object;
}

function isList<T>(part: T | readonly T[]): part is readonly T[] {
  return Array.isArray(part);
}
