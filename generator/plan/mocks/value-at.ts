import type { JsonPath } from '@flowright/runtime/mock';

/** The value at a path of an example; `undefined` where there is none. */
export function valueAt(value: unknown, at: JsonPath): unknown {
  let current = value;
  for (const key of at) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}
