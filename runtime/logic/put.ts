import { GapFuelError, GapValueError } from './errors.ts';
import { isReserved, own } from './own.ts';

const { defineProperty } = Object;
const { isArray } = Array;
const { set } = Reflect;

/** The last item that may be written beyond the end of a list. */
const LAST = 1_000_000;

/**
 * `into[key] = value` as a fill may write it: an own member of an object, whatever its name (so `__proto__` is data like any
 * other), or an item of a list. Gives the value.
 *
 * @throws GapValueError for an index that no list has; GapFuelError for one far beyond the list's end
 */
export function put<T extends object, K extends keyof T, V extends T[K]>(into: T, key: K, value: V): V {
  if (typeof into !== 'object' || into === null) throw new GapValueError('only objects and lists can be written to');
  if (typeof key === 'symbol') throw new GapValueError('a symbol is no key of data');
  const name: string | number = key;
  if (isArray(into)) {
    checkIndex(into.length, name);
  } else if (isReserved(name)) {
    if (typeof value === 'function') throw new GapValueError(`'${name}' is no name for a function`);
    defineProperty(into, name, { value, writable: true, enumerable: true, configurable: true });
    return value;
  }
  if (!set(into, name, value)) throw new GapValueError(`'${name}' cannot be written: the value is a constant`);
  return value;
}

/** `into[key] = change(into[key])`, with the object and the key worked out once. */
export function change<T extends object, K extends keyof T>(
  into: T,
  key: K,
  next: (value: T[K] | undefined) => T[K],
): T[K] {
  return put(into, key, next(own<T, K>(into, key)));
}

function checkIndex(length: number, at: string | number): void {
  const index = Number(at);
  if (!Number.isInteger(index) || index < 0) throw new GapValueError(`a list has no item '${String(at)}'`);
  // Counted from the start: a list that grew by a million with each item would soon have billions of empty places.
  if (index > length && index > LAST)
    throw new GapFuelError(`item ${String(at)} is beyond the end of a list, and above 1,000,000`);
}
