import { lookAtOrder } from './order.ts';

const { defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf, values } = Object;
const { deleteProperty, ownKeys } = Reflect;

/** What makes code out of text, or runs it later: no body has a use for it. */
const REMOVED = ['eval', 'Function', 'Promise', 'queueMicrotask', 'AsyncDisposableStack', 'WeakMap', 'WeakSet'];

/** Whose properties an object of a body may have of its own: `counts['toString'] = 1`, `error.message = …`. */
const OVERRIDABLE: readonly object[] = [Object.prototype, Error.prototype];

/**
 * Takes away what no body may have, and freezes all that is built in, so that no call can leave anything behind for the next
 * one. The static check keeps bodies from all of this; here is the wall behind it.
 */
export function lockdown(): void {
  lookAtOrder();
  for (const name of REMOVED) deleteProperty(globalThis, name);
  const functions = [() => 0, function* () {}, async () => 0, async function* () {}];
  for (const one of functions)
    defineProperty(getPrototypeOf(one), 'constructor', { value: undefined, writable: false, configurable: false });
  for (const one of OVERRIDABLE) letOverride(one);
  freezeAll([globalThis, ...functions.map((one): object => getPrototypeOf(one)), getPrototypeOf([].values())]);
}

/**
 * In strict mode nobody may set a property whose inherited namesake cannot be written. A setter in its place gives the object
 * one of its own, as outside.
 */
function letOverride(owner: object): void {
  for (const name of ownKeys(owner)) {
    const found = getOwnPropertyDescriptor(owner, name);
    if (found === undefined || !('value' in found) || found.configurable !== true) continue;
    const value: unknown = found.value;
    defineProperty(owner, name, {
      get: () => value,
      set(this: object, own: unknown) {
        if (this === owner) throw new TypeError('Built-in objects cannot be changed');
        defineProperty(this, name, { value: own, writable: true, enumerable: true, configurable: true });
      },
      enumerable: found.enumerable === true,
      configurable: false,
    });
  }
}

/** All that can be reached from these objects. A set goes on to what is added while it is walked. */
function freezeAll(roots: readonly object[]): void {
  const reached = new Set(roots);
  const reach = (value: unknown): void => {
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') reached.add(value);
  };
  for (const one of reached) {
    reach(getPrototypeOf(one));
    for (const name of ownKeys(one)) {
      // Its value, getter and setter; what else a descriptor says is no object.
      for (const part of values(getOwnPropertyDescriptor(one, name) ?? {})) reach(part);
    }
    freeze(one);
  }
}
