/** The type of objects merged from left to right. */
export type Merged<T extends readonly unknown[]> = T extends readonly [...infer Before, infer Last]
  ? Omit<Merged<Before>, keyof NonNullable<Last>> & NonNullable<Last>
  : object;

/** One object of the properties of all, one level deep; of a name that several have, the last counts. null and undefined add nothing. */
export function mergeObjects<T extends readonly (object | null | undefined)[]>(...objects: T): Merged<T>;
export function mergeObjects(...objects: readonly (object | null | undefined)[]): object {
  // `fromEntries` defines properties, so that one named `__proto__` is a property and nothing else.
  return Object.fromEntries(objects.flatMap((object) => Object.entries(object ?? {})));
}

/** An own property of an object: `constructor` of a record is not found unless someone put it there. */
export function own<T extends object, K extends keyof T>(object: T | null | undefined, key: K): T[K] | undefined;
export function own(object: object | null | undefined, key: PropertyKey): unknown;
export function own(object: object | null | undefined, key: PropertyKey): unknown {
  return object !== null && object !== undefined && Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}

/** The value as the one member of an object. */
export function asMember<T>(value: T, name: string): Record<string, T> {
  const object: Record<string, T> = {};
  setMember(object, name, value);
  return object;
}

/** The own members of an object but for those with these names. */
export function others<T>(object: Readonly<Record<string, T>>, except: readonly string[] = []): Record<string, T> {
  const rest: Record<string, T> = {};
  for (const [name, value] of Object.entries(object)) if (!except.includes(name)) setMember(rest, name, value);
  return rest;
}

/** Gives an object a member whose name comes from the data: one named `__proto__` is a member and nothing else. */
export function setMember<T>(object: Record<string, T>, name: string, value: T): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
  else object[name] = value;
}
