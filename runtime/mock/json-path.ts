/** A place in a JSON value: names of fields and indexes of lists; `[]` is the whole value. */
export type JsonPath = readonly (string | number)[];

/** The value at a path; `undefined` where there is none. Only own fields are seen. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = Reflect.get(current, key);
  }
  return current;
}

/** A copy of `value` with `next` at the path; objects and lists that are missing on the way are made. */
export function withValueAt(value: unknown, path: JsonPath, next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  const inner = withValueAt(valueAt(value, [key]), rest, next);
  if (typeof key === 'number') {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    list[key] = inner;
    return list;
  }
  // Built from entries, so that a field named __proto__ stays a field.
  return Object.fromEntries([
    ...Object.entries(isRecord(value) ? value : {}).filter(([name]) => name !== key),
    [key, inner],
  ]);
}

/** A copy of `value` without what is at the path, and without the objects that only held it. */
export function withoutValueAt(value: unknown, path: JsonPath): unknown {
  const [key, ...rest] = path;
  if (key === undefined || !isRecord(value) || !Object.hasOwn(value, key)) return value;
  const name = String(key);
  const inner = rest.length === 0 ? undefined : withoutValueAt(value[name], rest);
  if (rest.length > 0 && inner === value[name]) return value; // nothing was there
  const emptied = rest.length === 0 || (isRecord(inner) && Object.keys(inner).length === 0);
  return emptied
    ? Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
    : withValueAt(value, [name], inner);
}

/** Whether a value is an object of named fields (and not a list). */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
