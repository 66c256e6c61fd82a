/**
 * All of the language's library that a body may use, as a declaration file: it replaces TypeScript's own (`noLib`). What is the
 * same in every engine, locale and time zone is there, and nothing that reflects or hands out `any`. Whatever type-checks with
 * it also does with the whole library. Names that begin with `__` are its own helpers.
 */
export const LIBRARY = `
type __Primitive = string | number | boolean | null | undefined;
type PropertyKey = string | number | symbol;
type Partial<T> = { [K in keyof T]?: T[K] };
type Required<T> = { [K in keyof T]-?: T[K] };
type Readonly<T> = { readonly [K in keyof T]: T[K] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends keyof any, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type Parameters<T extends (...args: any) => any> = T extends (...args: infer P) => any ? P : never;
type ReturnType<T extends (...args: any) => any> = T extends (...args: any) => infer R ? R : any;

interface Object {}
interface Function {}
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments {}
interface Boolean {}
interface SymbolConstructor { readonly iterator: unique symbol }
declare var Symbol: SymbolConstructor;

interface IteratorYieldResult<T> { done?: false; value: T }
interface IteratorReturnResult<T> { done: true; value: T }
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterator<T, R = any, N = any> { next(...values: [] | [N]): IteratorResult<T, R> }
interface Iterable<T, R = any, N = any> { [Symbol.iterator](): Iterator<T, R, N> }
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> { [Symbol.iterator](): IterableIterator<T, R, N> }
interface IteratorObject<T, R = unknown, N = unknown> extends Iterator<T, R, N> { [Symbol.iterator](): IteratorObject<T, R, N> }
interface ArrayIterator<T> extends IteratorObject<T, undefined, unknown> { [Symbol.iterator](): ArrayIterator<T> }
interface MapIterator<T> extends IteratorObject<T, undefined, unknown> { [Symbol.iterator](): MapIterator<T> }
interface SetIterator<T> extends IteratorObject<T, undefined, unknown> { [Symbol.iterator](): SetIterator<T> }
interface StringIterator<T> extends IteratorObject<T, undefined, unknown> { [Symbol.iterator](): StringIterator<T> }
interface RegExpStringIterator<T> extends IteratorObject<T, undefined, unknown> { [Symbol.iterator](): RegExpStringIterator<T> }

interface RegExpMatchArray extends Array<string> { index?: number; input?: string; 0: string; groups?: { [name: string]: string } }
interface RegExpExecArray extends Array<string> { index: number; input: string; 0: string; groups?: { [name: string]: string } }
interface RegExp { exec(text: string): RegExpExecArray | null; test(text: string): boolean }

interface Number {
  toFixed(digits?: number): string;
  toPrecision(digits?: number): string;
  toString(radix?: number): string;
  valueOf(): number;
}
interface NumberConstructor {
  (value?: unknown): number;
  readonly EPSILON: number; readonly MAX_SAFE_INTEGER: number; readonly MIN_SAFE_INTEGER: number;
  readonly MAX_VALUE: number; readonly MIN_VALUE: number; readonly NaN: number;
  readonly POSITIVE_INFINITY: number; readonly NEGATIVE_INFINITY: number;
  isFinite(value: unknown): boolean; isInteger(value: unknown): boolean; isNaN(value: unknown): boolean;
  isSafeInteger(value: unknown): boolean; parseFloat(text: string): number; parseInt(text: string, radix?: number): number;
}
declare var Number: NumberConstructor;

interface __Replacer { by(match: string, ...groups: string[]): string }
interface String {
  readonly length: number;
  readonly [index: number]: string;
  at(index: number): string | undefined; charAt(index: number): string; charCodeAt(index: number): number;
  codePointAt(index: number): number | undefined; concat(...texts: string[]): string;
  endsWith(text: string, end?: number): boolean; includes(text: string, from?: number): boolean;
  indexOf(text: string, from?: number): number; lastIndexOf(text: string, from?: number): number;
  match(pattern: string | RegExp): RegExpMatchArray | null; matchAll(pattern: RegExp): RegExpStringIterator<RegExpExecArray>;
  normalize(form?: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string;
  padEnd(length: number, by?: string): string; padStart(length: number, by?: string): string; repeat(count: number): string;
  replace(pattern: string | RegExp, by: string): string; replace(pattern: string | RegExp, by: __Replacer['by']): string;
  replaceAll(pattern: string | RegExp, by: string): string; replaceAll(pattern: string | RegExp, by: __Replacer['by']): string;
  search(pattern: string | RegExp): number; slice(start?: number, end?: number): string;
  split(separator: string | RegExp, limit?: number): string[]; startsWith(text: string, from?: number): boolean;
  substr(start: number, length?: number): string; substring(start: number, end?: number): string;
  toLowerCase(): string; toUpperCase(): string; toString(): string; valueOf(): string;
  trim(): string; trimEnd(): string; trimStart(): string;
  [Symbol.iterator](): StringIterator<string>;
}
interface StringConstructor { (value?: unknown): string; fromCharCode(...codes: number[]): string; fromCodePoint(...codes: number[]): string }
declare var String: StringConstructor;
interface BooleanConstructor { <T>(value?: T): boolean }
declare var Boolean: BooleanConstructor;

interface ReadonlyArray<T> {
  readonly length: number;
  readonly [index: number]: T;
  at(index: number): T | undefined; concat(...items: (T | readonly T[])[]): T[];
  entries(): ArrayIterator<[number, T]>; keys(): ArrayIterator<number>; values(): ArrayIterator<T>;
  every<S extends T>(test: (item: T, index: number, list: readonly T[]) => item is S): this is readonly S[];
  every(test: (item: T, index: number, list: readonly T[]) => unknown): boolean;
  filter<S extends T>(test: (item: T, index: number, list: readonly T[]) => item is S): S[];
  filter(test: (item: T, index: number, list: readonly T[]) => unknown): T[];
  find<S extends T>(test: (item: T, index: number, list: readonly T[]) => item is S): S | undefined;
  find(test: (item: T, index: number, list: readonly T[]) => unknown): T | undefined;
  findIndex(test: (item: T, index: number, list: readonly T[]) => unknown): number;
  findLast<S extends T>(test: (item: T, index: number, list: readonly T[]) => item is S): S | undefined;
  findLast(test: (item: T, index: number, list: readonly T[]) => unknown): T | undefined;
  findLastIndex(test: (item: T, index: number, list: readonly T[]) => unknown): number;
  flat<U>(this: readonly (readonly U[])[]): U[];
  flatMap<U>(make: (item: T, index: number, list: readonly T[]) => U | readonly U[]): U[];
  forEach(act: (item: T, index: number, list: readonly T[]) => void): void;
  includes(item: T, from?: number): boolean; indexOf(item: T, from?: number): number; lastIndexOf(item: T, from?: number): number;
  join(this: readonly __Primitive[], separator?: string): string;
  map<U>(make: (item: T, index: number, list: readonly T[]) => U): U[];
  reduce(add: (sum: T, item: T, index: number, list: readonly T[]) => T): T;
  reduce(add: (sum: T, item: T, index: number, list: readonly T[]) => T, start: T): T;
  reduce<U>(add: (sum: U, item: T, index: number, list: readonly T[]) => U, start: U): U;
  reduceRight(add: (sum: T, item: T, index: number, list: readonly T[]) => T): T;
  reduceRight<U>(add: (sum: U, item: T, index: number, list: readonly T[]) => U, start: U): U;
  slice(start?: number, end?: number): T[];
  some(test: (item: T, index: number, list: readonly T[]) => unknown): boolean;
  toReversed(): T[]; toSorted(compare?: (a: T, b: T) => number): T[];
  toSpliced(start: number, count?: number, ...items: T[]): T[]; with(index: number, item: T): T[];
  [Symbol.iterator](): ArrayIterator<T>;
}
interface Array<T> extends ReadonlyArray<T> {
  length: number;
  [index: number]: T;
  every<S extends T>(test: (item: T, index: number, list: T[]) => item is S): this is S[];
  every(test: (item: T, index: number, list: T[]) => unknown): boolean;
  fill(item: T, start?: number, end?: number): this;
  pop(): T | undefined; push(...items: T[]): number; shift(): T | undefined; unshift(...items: T[]): number;
  reverse(): T[]; sort(compare?: (a: T, b: T) => number): this; splice(start: number, count?: number, ...items: T[]): T[];
}
interface __Unfilled extends Array<never> { fill<T>(item: T, start?: number, end?: number): T[] }
interface ArrayLike<T> { readonly length: number; readonly [index: number]: T }
interface ArrayConstructor {
  new (length: number): __Unfilled; (length: number): __Unfilled;
  new <T>(length: number): T[]; <T>(length: number): T[];
  from<T>(items: Iterable<T> | ArrayLike<T>): T[];
  from<T, U>(items: Iterable<T> | ArrayLike<T>, make: (item: T, index: number) => U): U[];
  isArray(value: unknown): value is unknown[]; of<T>(...items: T[]): T[];
}
declare var Array: ArrayConstructor;

interface ObjectConstructor {
  entries<T>(of: { [name: string]: T } | ArrayLike<T>): [string, T][]; entries(of: {}): [string, unknown][];
  freeze<T extends { [name: string]: U | null | undefined | object }, U extends string | number | boolean>(value: T): Readonly<T>;
  freeze<T>(value: T): Readonly<T>;
  fromEntries<T = unknown>(entries: Iterable<readonly [PropertyKey, T]>): { [name: string]: T };
  groupBy<K extends PropertyKey, T>(items: Iterable<T>, by: (item: T, index: number) => K): Partial<Record<K, T[]>>;
  hasOwn(of: object, key: PropertyKey): boolean; is(a: unknown, b: unknown): boolean; keys(of: object): string[];
  values<T>(of: { [name: string]: T } | ArrayLike<T>): T[]; values(of: {}): unknown[];
}
declare var Object: ObjectConstructor;

interface ReadonlyMap<K, V> {
  readonly size: number;
  forEach(act: (value: V, key: K) => void): void; get(key: K): V | undefined; has(key: K): boolean;
  entries(): MapIterator<[K, V]>; keys(): MapIterator<K>; values(): MapIterator<V>; [Symbol.iterator](): MapIterator<[K, V]>;
}
interface Map<K, V> extends ReadonlyMap<K, V> { clear(): void; delete(key: K): boolean; set(key: K, value: V): this }
interface MapConstructor {
  new <K, V>(entries?: Iterable<readonly [K, V]> | null): Map<K, V>;
  groupBy<K, T>(items: Iterable<T>, by: (item: T, index: number) => K): Map<K, T[]>;
}
declare var Map: MapConstructor;
interface ReadonlySet<T> {
  readonly size: number;
  forEach(act: (item: T, same: T) => void): void; has(item: T): boolean;
  entries(): SetIterator<[T, T]>; keys(): SetIterator<T>; values(): SetIterator<T>; [Symbol.iterator](): SetIterator<T>;
}
interface Set<T> extends ReadonlySet<T> { add(item: T): this; clear(): void; delete(item: T): boolean }
interface SetConstructor { new <T = unknown>(items?: Iterable<T> | null): Set<T> }
declare var Set: SetConstructor;

interface Date {
  getTime(): number; valueOf(): number; toISOString(): string;
  getUTCDate(): number; getUTCDay(): number; getUTCFullYear(): number; getUTCHours(): number;
  getUTCMilliseconds(): number; getUTCMinutes(): number; getUTCMonth(): number; getUTCSeconds(): number;
  setTime(time: number): number; setUTCDate(day: number): number; setUTCFullYear(year: number, month?: number, day?: number): number;
  setUTCHours(hours: number, minutes?: number, seconds?: number, ms?: number): number; setUTCMilliseconds(ms: number): number;
  setUTCMinutes(minutes: number, seconds?: number, ms?: number): number; setUTCMonth(month: number, day?: number): number;
  setUTCSeconds(seconds: number, ms?: number): number;
}
interface DateConstructor {
  new (value: string | number | Date): Date;
  UTC(year: number, month?: number, day?: number, hours?: number, minutes?: number, seconds?: number, ms?: number): number;
  parse(text: string): number;
}
declare var Date: DateConstructor;

interface Math {
  readonly PI: number; readonly E: number;
  abs(x: number): number; ceil(x: number): number; clz32(x: number): number; floor(x: number): number; max(...xs: number[]): number; min(...xs: number[]): number;
  imul(x: number, y: number): number; pow(x: number, y: number): number; round(x: number): number; sign(x: number): number; sqrt(x: number): number; trunc(x: number): number;
}
declare var Math: Math;
interface JSON { parse(text: string): unknown; stringify(value: unknown, replacer?: null, space?: number | string): string }
declare var JSON: JSON;
interface Error { readonly name: string }
interface ErrorConstructor { new (message?: string): Error }
declare var Error: ErrorConstructor;
declare var RangeError: ErrorConstructor;
declare var TypeError: ErrorConstructor;
declare var SyntaxError: ErrorConstructor;
declare var URIError: ErrorConstructor;
type __sureObject = object;
declare function __sure<T>(value: T): true;
declare function __keyOf<V extends string, T extends object>(value: V, table: T): \`\${keyof T & (string | number)}\`;
declare function __itemOf<V extends string | number, T>(value: V, of: readonly T[] | ReadonlySet<T>): T;
declare var NaN: number;
declare var Infinity: number;
declare function structuredClone<T>(value: T): T;
declare function decodeURIComponent(text: string): string;
declare function encodeURIComponent(text: string | number | boolean): string;
declare function isFinite(value: number): boolean;
declare function isNaN(value: number): boolean;
declare function parseFloat(text: string): number;
declare function parseInt(text: string, radix?: number): number;
`;

/** What hardened code imports, for the check that it still type-checks. */
export const LOGIC_MODULE = `
type __Read<T, K extends keyof T> = string extends K ? T[K] | undefined : number extends K ? T[K] | undefined : T[K];
interface __Kinds { readonly string: string; readonly number: number; readonly boolean: boolean }
declare module '@flowright/runtime/logic' {
  export const fuel: { start(): void; burn(): void; caught(error: unknown): void };
  export function limited(length: number): number;
  export function own(from: string, key: number): string | undefined;
  export function own<T>(from: readonly T[], key: number): T | undefined;
  export function own<T extends object, K extends keyof T>(from: T, key: K): __Read<T, K>;
  export function own(from: string | null | undefined, key: number): string | undefined;
  export function own<T>(from: readonly T[] | null | undefined, key: number): T | undefined;
  export function own<T extends object, K extends keyof T>(from: T | null | undefined, key: K): T[K] | undefined;
  export function has(from: object, key: string | number): boolean;
  export function put<T extends object, K extends keyof T, V extends T[K]>(into: T, key: K, value: V): V;
  export function change<T extends object, K extends keyof T>(into: T, key: K, next: (value: T[K] | undefined) => T[K]): T[K];
  export function key<K extends string | number>(name: K): K;
  export function constant<T>(value: T): T;
  export function copied<T>(value: T): T;
  export function there<T>(value: T): NonNullable<T>;
  export function oneOf<const T extends string | number | boolean>(value: unknown, of: readonly T[]): T;
  export function eachOf<const T extends string | number | boolean>(list: readonly unknown[], of: readonly T[]): T[];
  export function tuple(list: readonly unknown[], length: number): unknown;
  export function typed<K extends keyof __Kinds>(value: unknown, kind: K): __Kinds[K];
  export function text(value: unknown): string;
  export function utc(value: string | number | Date): Date;
}
`;
