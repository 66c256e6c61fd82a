// Captured when the module is loaded: nothing that runs later can change what a read does.
const { hasOwn } = Object;
const { get } = Reflect;

type Nothing = null | undefined;

/** What a read by a key that is not a literal gives: as much as TypeScript says of `from[key]`. */
type Read<T, K extends keyof T> = string extends K ? T[K] | undefined : number extends K ? T[K] | undefined : T[K];

/**
 * `from[key]` as a fill may read it: an own member of an object or list, or a character of a text; else undefined. What is
 * inherited (`constructor`, `__proto__`, methods) and what functions carry is never given.
 */
export function own(from: string, key: number): string | undefined;
export function own<T>(from: readonly T[], key: number): T | undefined;
export function own<T extends object, K extends keyof T>(from: T, key: K): Read<T, K>;
export function own(from: string | Nothing, key: number): string | undefined;
export function own<T>(from: readonly T[] | Nothing, key: number): T | undefined;
export function own<T extends object, K extends keyof T>(from: T | Nothing, key: K): T[K] | undefined;
export function own(from: unknown, key: unknown): unknown {
  // An object as a key could be one text when it is looked for and another one when it is read.
  if (typeof key !== 'string' && typeof key !== 'number') return undefined;
  if (typeof from === 'string') return hasOwn(Object(from), key) ? get(Object(from), key) : undefined;
  if (typeof from !== 'object' || from === null || !hasOwn(from, key)) return undefined;
  const value: unknown = get(from, key);
  return typeof value === 'function' && isReserved(key) ? undefined : value;
}

/** `key in from`, for own members only. */
export function has(from: object, key: string | number): boolean {
  return (typeof key === 'string' || typeof key === 'number') && typeof from === 'object' && hasOwn(from, key);
}

/** Data may be named so; code that is found under such a name is the language's own. */
export function isReserved(key: string | number): boolean {
  return key === 'constructor' || key === 'prototype' || key === '__proto__';
}
