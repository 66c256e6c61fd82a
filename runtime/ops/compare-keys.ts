/** What a list can be sorted by. */
export type SortKey = string | number | boolean | null | undefined;

/**
 * Orders keys: numbers by value, text by code unit (no locale), false before true; of different types booleans before
 * numbers before text. Absent keys (and NaN) come last, also where the order is descending.
 */
export function compareKeys(a: SortKey, b: SortKey, order: 'asc' | 'desc'): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA === absent || rankB === absent) return rankA - rankB;
  const ascending = rankA === rankB ? compareSame(a, b) : rankA - rankB;
  return order === 'asc' ? ascending : -ascending;
}

const absent = 3;

function rank(key: SortKey): number {
  if (key === undefined || key === null || Number.isNaN(key)) return absent;
  return typeof key === 'boolean' ? 0 : typeof key === 'number' ? 1 : 2;
}

function compareSame(a: SortKey, b: SortKey): number {
  if (a === b || a === undefined || a === null || b === undefined || b === null) return 0;
  return a < b ? -1 : 1;
}
