import { plainDecimal } from './plain-decimal.ts';
import { notA } from './show-value.ts';

/** What a cast takes. */
export type Scalar = string | number | boolean;

/**
 * A number from a number, a decimal text (`'12.50'`, `'1e3'`, blanks around it allowed) or a boolean (1, 0).
 * `FatalError('invalid_input')` for anything else: `''`, `'abc'`, `'0x10'`, `'1,5'`, NaN, Infinity.
 */
export function toNumber(value: Scalar): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number =
    typeof value === 'number'
      ? value
      : /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)
        ? Number(value)
        : Number.NaN;
  if (!Number.isFinite(number)) throw notA(value, 'a number');
  return number;
}

/** The same, and a whole number that is exact (within ±2^53); it is not rounded: `'12.0'` is 12, `'12.5'` fails. */
export function toInteger(value: Scalar): number {
  const number = toNumber(value);
  if (!Number.isSafeInteger(number)) throw notA(value, 'a whole number');
  return number;
}

/** A text; numbers in plain decimals, never with an exponent. `FatalError('invalid_input')` for NaN and Infinity. */
export function toText(value: Scalar): string {
  if (typeof value !== 'number') return String(value);
  if (!Number.isFinite(value)) throw notA(value, 'a number');
  return plainDecimal(value);
}

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

/** A boolean from true/false, 1/0, or one of these or yes/no as text in any case. `FatalError('invalid_input')` for anything else. */
export function toBoolean(value: Scalar): boolean {
  const truth = typeof value === 'boolean' ? value : truths.get(String(value).trim().toLowerCase());
  if (truth === undefined) throw notA(value, 'true or false');
  return truth;
}

/** The value where it is a text, else nothing: for fields whose type the sender does not keep to. */
export function stringOrUndefined(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value where it is a finite number, else nothing. A numeric text is not one. */
export function numberOrUndefined(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The value where it is a boolean, else nothing. */
export function booleanOrUndefined(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

/** The value where it is a whole number within ±2^53, else nothing. */
export function integerOrUndefined(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/** The value where it is an object, else nothing: null and lists are none. */
export function objectOrUndefined(value: unknown): Record<string, unknown> | undefined {
  return isObject(value) ? value : undefined;
}

/** The value where it is a list, else nothing. */
export function listOrUndefined(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Whether a value is an object, and neither null nor a list. */
export function isObject<T>(
  value: T,
): value is T & (unknown extends T ? Record<string, unknown> : Exclude<Extract<T, object>, readonly unknown[]>) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
