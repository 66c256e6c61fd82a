import { GapValueError } from './errors.ts';

/** `value!`: the value, or GapValueError where there is none. */
export function there<T>(value: T): NonNullable<T> {
  if (value === undefined || value === null) throw new GapValueError('a value is missing that the logic relies on');
  return value;
}

/** `String(value)` of a value of which nothing is known; the text of an object or a function would differ from engine to engine. */
export function text(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? value.map(itemText).join(',') : '[object Object]';
  if (typeof value === 'function' || typeof value === 'symbol') throw new GapValueError('a function has no text');
  return String(value);
}

function itemText(item: unknown): string {
  return item === undefined || item === null ? '' : text(item);
}
