/**
 * Orders a stored value against one of a request: below 0, 0 or above 0; `undefined` where they cannot be compared.
 * Text compares with a number as a number (a query knows only text); two texts compare as text, hence ISO dates by time.
 */
export function compareValues(stored: unknown, given: unknown): number | undefined {
  if (typeof stored === 'string' && typeof given === 'string') return order(stored, given);
  if (typeof stored === 'boolean' || typeof given === 'boolean') {
    return String(stored) === String(given) ? 0 : undefined;
  }
  const left = asNumber(stored);
  const right = asNumber(given);
  return left === undefined || right === undefined ? undefined : order(left, right);
}

function order<T extends string | number>(left: T, right: T): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
