/** ISO 8601 as the language parses it everywhere: a date, or a date and time with or without an offset. */
const ISO =
  /^(?:\d{4}|(?!-0{6})[+-]\d{6})(?:-\d{2}(?:-\d{2})?)?(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * `new Date(value)` that is the same everywhere: a date-time without an offset is UTC, and what is not ISO 8601 is an invalid
 * date, since engines differ in what else they read.
 */
export function utc(value: string | number | Date): Date {
  if (typeof value !== 'string') return new Date(Number(value));
  const found = ISO.exec(value);
  if (found === null) return new Date(Number.NaN);
  return new Date(value.includes('T') && found[1] === undefined ? `${value}Z` : value);
}
