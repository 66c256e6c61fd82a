import { GapValueError } from './errors.ts';
import { fuel } from './fuel.ts';

const { defineProperty, entries, getPrototypeOf } = Object;
const { isArray } = Array;

/**
 * `structuredClone(value)` of plain data: new objects, lists, maps, sets and dates with own members only, and what stands in
 * several places is one in the copy as well.
 *
 * @throws GapValueError for a function, a pattern, or an object that is not plain
 */
export function copied<T>(value: T): T;
export function copied(value: unknown): unknown {
  return copy(value, new Map());
}

function copy(value: unknown, made: Map<unknown, unknown>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new GapValueError('a function cannot be copied');
  if (typeof value !== 'object' || value === null) return value;
  const known = made.get(value);
  if (known !== undefined) return known;
  fuel.burn();
  if (isArray(value)) {
    const list: unknown[] = keep(value, [], made);
    for (const item of value) {
      fuel.burn();
      list.push(copy(item, made));
    }
    return list;
  }
  if (value instanceof Date) return keep(value, new Date(value.getTime()), made);
  if (value instanceof Map) {
    const map = keep(value, new Map<unknown, unknown>(), made);
    for (const [name, item] of value) {
      fuel.burn();
      map.set(copy(name, made), copy(item, made));
    }
    return map;
  }
  if (value instanceof Set) {
    const set = keep(value, new Set<unknown>(), made);
    for (const item of value) {
      fuel.burn();
      set.add(copy(item, made));
    }
    return set;
  }
  const prototype: unknown = getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) throw new GapValueError('only plain data can be copied');
  const object = keep(value, {}, made);
  for (const [name, item] of entries(value)) {
    fuel.burn();
    defineProperty(object, name, { value: copy(item, made), writable: true, enumerable: true, configurable: true });
  }
  return object;
}

function keep<T>(value: unknown, as: T, made: Map<unknown, unknown>): T {
  made.set(value, as);
  return as;
}
