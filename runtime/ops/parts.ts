import { stringifyJson } from './json.ts';
import { setMember } from './objects.ts';

/** The items without repeats: of equal ones the last, in the place of the first. */
export function uniqueLast<T>(items: readonly T[], select: (item: T) => unknown): T[] {
  const kept = new Map<unknown, T>();
  for (const item of items) kept.set(keyOf(select(item)), item);
  return [...kept.values()];
}

/** The items before the first for which the test holds. */
export function takeUntil<T>(items: readonly T[], test: (item: T) => boolean): T[] {
  const end = items.findIndex(test);
  return end === -1 ? [...items] : items.slice(0, end);
}

/** The first `count` items; all where there is no count. */
export function take<T>(items: readonly T[], count: number | null | undefined): T[] {
  return count === null || count === undefined ? [...items] : items.slice(0, Math.max(0, count));
}

/** All but the first `count` items. */
export function drop<T>(items: readonly T[], count: number | null | undefined): T[] {
  return items.slice(Math.max(0, count ?? 0));
}

/** Lists of at most `size` items. */
export function chunk<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

/** The items that have one value, for each value, in the order in which the values first come. */
export function groupBy<T, K>(items: readonly T[], select: (item: T) => K): { key: K; items: T[] }[] {
  const groups = new Map<unknown, { key: K; items: T[] }>();
  for (const item of items) {
    const key = select(item);
    const group = groups.get(key) ?? { key, items: [] };
    if (group.items.length === 0) groups.set(key, group);
    group.items.push(item);
  }
  return [...groups.values()];
}

/** An object with each item under a text or a number of its; of several with one, the last. */
export function keyBy<T>(items: readonly T[], select: (item: T) => string | number): Record<string, T> {
  const keyed: Record<string, T> = {};
  for (const item of items) setMember(keyed, String(select(item)), item);
  return keyed;
}

/** Lists of cells as objects with the names of their columns; a cell that is not there gives no member. */
export function records<T>(
  rows: readonly (readonly T[])[],
  columns: readonly string[] | null | undefined,
  letters: 'lower' | 'upper' | 'keep' = 'keep',
): Record<string, T>[] {
  const names = (columns ?? []).map((name) =>
    letters === 'lower' ? name.toLowerCase() : letters === 'upper' ? name.toUpperCase() : name,
  );
  return rows.map((cells) => {
    const record: Record<string, T> = {};
    for (const [index, cell] of cells.entries()) {
      const name = names[index];
      if (name !== undefined) setMember(record, name, cell);
    }
    return record;
  });
}

/** What tells values apart: objects by what they hold. */
function keyOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? `${Array.isArray(value) ? 'list' : 'object'} ${stringifyJson(value)}`
    : value;
}
