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
