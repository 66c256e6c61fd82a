import { readPath } from './read-path.ts';

/** A copy of a body with only those of its items that are kept. */
export function withItems<T>(
  body: T,
  path: readonly (string | number)[],
  keep: (item: unknown, index: number) => boolean,
): T {
  // A copy keeps the body's type; the list within it is the copy's own.
  const copy = structuredClone(body);
  const items = readPath(copy, path);
  if (Array.isArray(items)) items.splice(0, items.length, ...items.filter(keep));
  return copy;
}
