import { GapValueError } from './errors.ts';

const { defineProperty, freeze, getOwnPropertyNames, getPrototypeOf, values } = Object;

/**
 * A table at the top of a fill, which no call may change, since the next one would see it: objects and lists frozen to their
 * depths, maps, sets and dates without what changes them.
 *
 * @throws GapValueError for what is used up or moves on when it is read: an iterator, a pattern with the flag `g` or `y`
 */
export function constant<T>(value: T): T {
  close(value, new Set());
  return value;
}

function close(value: unknown, closed: Set<object>): void {
  if (typeof value !== 'object' || value === null || closed.has(value)) return;
  closed.add(value);
  if (value instanceof Map) {
    for (const [name, item] of value) {
      close(name, closed);
      close(item, closed);
    }
    refuse(value, ['set', 'delete', 'clear']);
  } else if (value instanceof Set) {
    for (const item of value) close(item, closed);
    refuse(value, ['add', 'delete', 'clear']);
  } else if (value instanceof Date) refuse(value, SETTERS);
  else if (value instanceof RegExp) {
    if (value.global || value.sticky)
      throw new GapValueError("a pattern with the flag 'g' or 'y' outside of functions remembers where it stopped");
  } else if (isPlain(value)) {
    freeze(value);
    for (const item of values(value)) close(item, closed);
  } else throw new GapValueError('an iterator outside of functions is used up by the first call: make a list of it');
}

/** Fills make no classes: what has another prototype is an iterator, or an error. */
function isPlain(value: object): boolean {
  const made: unknown = getPrototypeOf(value);
  return made === null || made === Object.prototype || Array.isArray(value) || value instanceof Error;
}

const SETTERS = getOwnPropertyNames(Date.prototype).filter((name) => name.startsWith('set'));

function refuse(collection: object, methods: readonly string[]): void {
  for (const name of methods) {
    defineProperty(collection, name, {
      value: () => {
        throw new GapValueError(`'${name}' on a constant: make a new one in the function`);
      },
    });
  }
  freeze(collection);
}
