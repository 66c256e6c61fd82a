import { FatalError } from '../context/errors.ts';
import { compareKeys } from './compare-keys.ts';
import { notA } from './show-value.ts';

/** How values are compared: numbers as such, texts by their letters or by the numbers that they write. */
export type OrderAs = 'number' | 'text' | 'wholeNumber';

type Key = string | number | null | undefined;

/** The smallest value; `undefined` where there is none. Values that are missing are passed over. */
export function minAs<T extends string | number>(
  values: readonly (T | null | undefined)[],
  as: OrderAs,
): T | undefined {
  return extreme(values, (value) => value, as, -1) ?? undefined;
}

/** The largest value. */
export function maxAs<T extends string | number>(
  values: readonly (T | null | undefined)[],
  as: OrderAs,
): T | undefined {
  return extreme(values, (value) => value, as, 1) ?? undefined;
}

/** The item with the smallest value; of several, the first. */
export function minBy<T>(items: readonly T[], select: (item: T) => Key, as: OrderAs): T | undefined {
  return extreme(items, select, as, -1);
}

/** The item with the largest value; of several, the first. */
export function maxBy<T>(items: readonly T[], select: (item: T) => Key, as: OrderAs): T | undefined {
  return extreme(items, select, as, 1);
}

/** The items in the order of the numbers that their texts write, those without one last. */
export function sortAs<T>(
  items: readonly T[],
  select: (item: T) => Key,
  as: OrderAs,
  order: 'asc' | 'desc' = 'asc',
): T[] {
  const keyed = items.map((item) => ({ item, key: orderKey(select(item), as) }));
  return keyed
    .toSorted((a, b) => {
      if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined);
      return order === 'asc' ? compare(a.key, b.key) : compare(b.key, a.key);
    })
    .map(({ item }) => item);
}

function extreme<T>(items: readonly T[], select: (item: T) => Key, as: OrderAs, sign: 1 | -1): T | undefined {
  let found: T | undefined;
  let best: string | number | bigint | undefined;
  for (const item of items) {
    const key = orderKey(select(item), as);
    if (key === undefined || (best !== undefined && compare(key, best) * sign <= 0)) continue;
    best = key;
    found = item;
  }
  return found;
}

/** `FatalError('invalid_input')` for a text that writes no such number. */
function orderKey(value: Key, as: OrderAs): string | number | bigint | undefined {
  if (value === null || value === undefined) return undefined;
  if (as === 'text') return value;
  if (as === 'wholeNumber') {
    if (!/^\s*[+-]?\d+\s*$/.test(String(value))) throw notA(value, 'a whole number');
    return BigInt(String(value).trim().replace(/^\+/, ''));
  }
  const number = typeof value === 'number' ? value : value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw notA(value, 'a number');
  return number;
}

function compare(a: string | number | bigint, b: string | number | bigint): number {
  if (typeof a === 'bigint' || typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  return compareKeys(a, b, 'asc');
}

/** The whole numbers from one up to, but without, another; none where that is not larger. At most a million. */
export function range(from: number, to: number): number[] {
  const count = Math.max(0, Math.ceil(to - from));
  if (!(count <= 1_000_000)) throw new FatalError('invalid_input', `a range of ${String(count)} numbers is too long`);
  return Array.from({ length: count }, (_, index) => from + index);
}
