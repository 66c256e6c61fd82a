/**
 * What is wrong with a number that is no safe integer. One beyond ±(2^53 − 1) reached us rounded, since `JSON.parse` makes
 * every number a double: an id that is another one must not be used.
 */
export function notAnInteger(value: unknown): string {
  return Number.isInteger(value) ? 'is too large to be held exactly' : 'must be a whole number';
}
