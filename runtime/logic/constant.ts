import { GapValueError } from './errors.ts';

const { freeze, defineProperty, values } = Object;

/**
 * A table at the top of a fill, which no call may change, since the next one would see it: objects and lists frozen to their
 * depths, maps and sets without what changes them.
 */
export function constant<T>(value: T): T {
  close(value);
  return value;
}

function close(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  if (value instanceof Map) {
    for (const [name, item] of value) {
      close(name);
      close(item);
    }
    refuse(value, ['set', 'delete', 'clear']);
  } else if (value instanceof Set) {
    for (const item of value) close(item);
    refuse(value, ['add', 'delete', 'clear']);
  } else if (!(value instanceof RegExp)) {
    freeze(value);
    for (const item of values(value)) close(item);
    return;
  }
}

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
