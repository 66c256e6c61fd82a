import fc from 'fast-check';
import { expect, it } from 'vitest';
import { max, min, round, sum } from './numbers.ts';
import { plainDecimal } from './plain-decimal.ts';

it('rounds half away from zero by the decimals that are shown', () => {
  expect([
    round(1.005, 2),
    round(-1.005, 2),
    round(2.5, 0),
    round(-2.5, 0),
    round(1.45, 1),
    round(8.345, 2),
    round(10.235, 2),
  ]).toEqual([1.01, -1.01, 3, -3, 1.5, 8.35, 10.24]);
  expect([round(1234.5, -2), round(50, -2), round(49, -2), round(5, -3), round(0.5, 0), round(-0.4, 0)]).toEqual([
    1200, 100, 0, 0, 1, 0,
  ]);
  expect([round(1e21, 2), round(1.5e300, 2), round(1e-7, 2), round(5e-7, 6), round(9.995, 2), round(99.5, 0)]).toEqual([
    1e21, 1.5e300, 0, 1e-6, 10, 100,
  ]);
  expect([round(Number.NaN, 2), round(Infinity, 2), round(0.1, 20)]).toEqual([Number.NaN, Infinity, 0.1]);
});

it('is the nearest number with so many decimals, and never further than half a step away', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 10 }), (value, digits) => {
      const scale = 10n ** 40n;
      const exact = (number: number): bigint => {
        const [whole = '', fraction = ''] = plainDecimal(number).split('.');
        return BigInt(whole + fraction.padEnd(400, '0').slice(0, 400));
      };
      const rounded = round(value, digits);
      expect((plainDecimal(rounded).split('.')[1] ?? '').length).toBeLessThanOrEqual(digits);
      const step = (scale * 10n ** 360n) / 10n ** BigInt(digits);
      const distance = exact(rounded) - exact(value);
      expect((distance < 0n ? -distance : distance) * 2n <= step).toBe(true);
      expect(round(-value, digits)).toBe(rounded === 0 ? 0 : -rounded);
      expect(round(rounded, digits)).toBe(rounded);
    }),
  );
});

it('adds and compares what is there', () => {
  const lines = [{ price: 2 }, { price: null }, {}, { price: 5 }] satisfies { price?: number | null }[];
  const price = (line: { price?: number | null }): number | null | undefined => line.price;
  expect([sum(lines, price), min(lines, price), max(lines, price)]).toEqual([7, 2, 5]);
  expect([sum([]), min([]), max([]), sum([1, null, 2])]).toEqual([0, undefined, undefined, 3]);
  expect(max(Array.from({ length: 300_000 }, (_, index) => index))).toBe(299_999);
});
