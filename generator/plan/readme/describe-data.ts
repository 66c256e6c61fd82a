import { isRecord } from '../../data/is-record.ts';

/** Data of a step in few words: an expression as it is, of an object the names of its fields. */
export function describeData(data: unknown): string {
  if (typeof data === 'string') return data.replace(/^\{([^{}]*)\}$/, '$1');
  if (isRecord(data)) return Object.keys(data).join(', ');
  return JSON.stringify(data);
}
