/** The value, unless there is nothing in it: an empty text, list or object counts as missing; 0 and false do not. */
export function nonEmpty<T>(value: T): NonNullable<T> | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  for (const _ in value) return value;
  return undefined;
}
