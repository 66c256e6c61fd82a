import { plainDecimal } from '../ops/plain-decimal.ts';

/** True where `value` is a whole multiple of `factor`, exactly in decimals: 0.3 is one of 0.1, though 0.3 % 0.1 is not 0. */
export function isMultipleOf(value: number, factor: number): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(factor) || factor === 0) return false;
  if (Number.isSafeInteger(value) && Number.isSafeInteger(factor)) return value % factor === 0;
  const [a, b] = [plainDecimal(value), plainDecimal(factor)];
  const places = Math.max(decimals(a), decimals(b));
  return scaled(a, places) % scaled(b, places) === 0n;
}

function decimals(text: string): number {
  const point = text.indexOf('.');
  return point === -1 ? 0 : text.length - point - 1;
}

function scaled(text: string, places: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(places - decimals(text)));
}
