import type { Data } from './data.ts';
import { isRecord } from './is-record.ts';

/**
 * The same data with the keys of every object sorted, frozen: in what order a file has them means nothing, and is to show nowhere.
 * Keys that are whole numbers come first, as in every object; for a hash that is kept, see `canonicalJson`.
 */
export function sortKeys(data: Data): Data;
export function sortKeys(data: unknown): unknown;
export function sortKeys(data: unknown): unknown {
  if (Array.isArray(data)) return Object.freeze(data.map((item: unknown) => sortKeys(item)));
  if (!isRecord(data)) return data;
  const entries = Object.entries(data).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.freeze(Object.fromEntries(entries.map(([key, value]) => [key, sortKeys(value)])));
}
