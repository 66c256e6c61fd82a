import { plainDecimal } from './plain-decimal.ts';

/**
 * Rounds to `digits` decimals (negative: to tens, hundreds), half away from zero, by the decimals that the number
 * shows: 1.005 to two is 1.01, -2.5 to none is -3.
 */
export function round(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
  const [whole = '', fraction = ''] = plainDecimal(Math.abs(value)).split('.');
  if (fraction.length <= digits) return value === 0 ? 0 : value;
  const all = whole + fraction;
  const kept = whole.length + digits;
  if (kept < 0) return 0;
  const up = all.charAt(kept) >= '5' ? 1n : 0n;
  const rounded = Number(`${BigInt(all.slice(0, kept)) + up}e${-digits}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** A number per item; one that is absent is left out. */
export type NumberOf<T> = (item: T) => number | null | undefined;

/** The sum of numbers, or of a number per item; absent ones count nothing. */
export function sum(values: readonly (number | null | undefined)[]): number;
export function sum<T>(items: readonly T[], select: NumberOf<T>): number;
export function sum<T>(items: readonly T[], select?: NumberOf<T>): number {
  return numbersOf(items, select).reduce((total, value) => total + value, 0);
}

/** The smallest number, or number per item; `undefined` where there is none. */
export function min(values: readonly (number | null | undefined)[]): number | undefined;
export function min<T>(items: readonly T[], select: NumberOf<T>): number | undefined;
export function min<T>(items: readonly T[], select?: NumberOf<T>): number | undefined {
  const numbers = numbersOf(items, select);
  return numbers.length === 0 ? undefined : numbers.reduce((least, value) => (value < least ? value : least));
}

/** The largest number, or number per item; `undefined` where there is none. */
export function max(values: readonly (number | null | undefined)[]): number | undefined;
export function max<T>(items: readonly T[], select: NumberOf<T>): number | undefined;
export function max<T>(items: readonly T[], select?: NumberOf<T>): number | undefined {
  const numbers = numbersOf(items, select);
  return numbers.length === 0 ? undefined : numbers.reduce((most, value) => (value > most ? value : most));
}

function numbersOf<T>(items: readonly T[], select?: NumberOf<T>): number[] {
  const numbers: number[] = [];
  for (const item of items) {
    const value = select === undefined ? item : select(item);
    if (typeof value === 'number') numbers.push(value);
  }
  return numbers;
}
