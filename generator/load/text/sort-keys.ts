import type { Data } from './data.ts';

/** The same data with the keys of every object sorted, frozen: in what order a file has them means nothing, and is to show nowhere. */
export function sortKeys(data: Data): Data {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return Object.freeze(data.map((item: Data) => sortKeys(item)));
  const entries = Object.entries(data).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.freeze(Object.fromEntries(entries.map(([key, value]) => [key, sortKeys(value)])));
}
