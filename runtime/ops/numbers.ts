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

// Loops by index: engines inline those, and the small functions given to them, where they leave `for…of` alone.

/** The sum of numbers, or of a number per item; absent ones count nothing. */
export function sum(values: readonly (number | null | undefined)[]): number;
export function sum<T>(items: readonly T[], select: NumberOf<T>): number;
export function sum<T>(items: readonly T[], select?: NumberOf<T>): number {
  let total = 0;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    const value = select === undefined ? item : select(item);
    if (typeof value === 'number') total += value;
  }
  return total;
}

/** The smallest number, or number per item; `undefined` where there is none. */
export function min(values: readonly (number | null | undefined)[]): number | undefined;
export function min<T>(items: readonly T[], select: NumberOf<T>): number | undefined;
export function min<T>(items: readonly T[], select?: NumberOf<T>): number | undefined {
  // A number from the start, which engines keep unboxed.
  let least = Number.NaN;
  let found = false;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    const value = select === undefined ? item : select(item);
    if (typeof value !== 'number' || (found && !(value < least))) continue;
    least = value;
    found = true;
  }
  return found ? least : undefined;
}

/** The largest number, or number per item; `undefined` where there is none. */
export function max(values: readonly (number | null | undefined)[]): number | undefined;
export function max<T>(items: readonly T[], select: NumberOf<T>): number | undefined;
export function max<T>(items: readonly T[], select?: NumberOf<T>): number | undefined {
  let most = Number.NaN;
  let found = false;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    const value = select === undefined ? item : select(item);
    if (typeof value !== 'number' || (found && !(value > most))) continue;
    most = value;
    found = true;
  }
  return found ? most : undefined;
}
