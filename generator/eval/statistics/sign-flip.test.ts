import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signFlip, signFlipQuick } from './sign-flip.ts';

test.each([
  [[-1, -1, -1, -1, -1], 1 / 32],
  [[-1, -1, 1], 0.5],
  [[-3, 1], 0.5],
  [[-3, -1], 0.25],
  [[0, 0, 0], 1],
  [[], 1],
  [[4, 4], 1],
])('of the differences %j the chance is %f', (differences, chance) => {
  expect(signFlip(differences)).toBeCloseTo(chance, 12);
});

test('it is the share of all sign patterns whose sum is as low or lower', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 9 }), (differences) => {
      const observed = differences.reduce((sum, one) => sum + one, 0);
      let low = 0;
      for (let pattern = 0; pattern < 2 ** differences.length; pattern += 1) {
        const sum = differences.reduce((total, one, at) => total + ((pattern >> at) & 1 ? one : -one), 0);
        if (sum <= observed) low += 1;
      }
      expect(signFlip(differences)).toBeCloseTo(low / 2 ** differences.length, 10);
    }),
  );
});

test('order and cases without a difference change nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 }), (differences) => {
      expect(signFlip([0, ...differences.toReversed(), 0])).toBeCloseTo(signFlip(differences), 10);
    }),
  );
});

test('the quick one is near the exact one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 4 }), { minLength: 31, maxLength: 80 }), (differences) => {
      expect(Math.abs(signFlipQuick(differences) - signFlip(differences))).toBeLessThan(0.02);
    }),
  );
});
