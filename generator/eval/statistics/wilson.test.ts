import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binomial, beta, randomOf } from './random.ts';
import { wilson } from './wilson.ts';

test.each([
  // Newcombe 1998, table I: 81/263, 15/148, 0/20, 1/29.
  [81 / 263, 263, 0.2553, 0.3662],
  [15 / 148, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1 / 29, 29, 0.0061, 0.1718],
])('the interval of %f of %i is the published one', (mean, count, low, high) => {
  const interval = wilson(mean, count);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test('an interval holds its mean, stays within 0 and 1, and shrinks with more cases', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (mean, count) => {
      const { low, high } = wilson(mean, count);
      const more = wilson(mean, count * 4);
      expect(0 <= low && low <= mean && mean <= high && high <= 1).toBe(true);
      expect(more.high - more.low).toBeLessThan(high - low);
    }),
  );
});

test('nothing measured says nothing', () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});

test('the interval of a mean of per-case rates holds the truth at least 95 times of 100', () => {
  const random = randomOf(3);
  let held = 0;
  for (let trial = 0; trial < 2000; trial += 1) {
    const rates = Array.from({ length: 20 }, () => binomial(random, 5, beta(random, 4, 1)) / 5);
    const { low, high } = wilson(rates.reduce((sum, one) => sum + one, 0) / rates.length, rates.length);
    if (low <= 0.8 && 0.8 <= high) held += 1;
  }
  expect(held / 2000).toBeGreaterThanOrEqual(0.95);
});
