/**
 * The value at a path of property names and indexes, own properties only; an index below 0 counts from the end of a
 * list. `undefined` where the path leads nowhere.
 */
export function readPath(value: unknown, path: readonly (string | number)[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    const key = typeof step === 'number' && step < 0 && Array.isArray(found) ? found.length + step : step;
    if (!Object.hasOwn(found, key)) return undefined;
    found = Reflect.get(found, key);
  }
  return found;
}
