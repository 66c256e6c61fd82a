import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseRate } from './case-rate.ts';
import { compareRates } from './compare-rates.ts';

const rates = (passed: readonly number[], repeats = 5, must = true): readonly CaseRate[] =>
  passed.map((one, at) => ({ id: `shop/gap${String(at)}`, kind: 'gap', must, passed: one, repeats }));

test('a must-case that always passed and now never does is named, however good the rest is', () => {
  const before = rates([5, ...Array.from({ length: 99 }, () => 4)]);
  const after = rates([0, ...Array.from({ length: 99 }, () => 5)]);
  expect(compareRates(before, after)).toMatchObject({ lost: [{ id: 'shop/gap0', before: 5 }], worse: false });
  expect(compareRates(rates([5], 5, false), rates([0], 5, false)).lost).toEqual([]);
  expect(compareRates(rates([5]), rates([1])).lost).toEqual([]);
});

test('a small loss in many cases is worse; the same in one case is not', () => {
  expect(compareRates(rates([5, 5, 5, 5, 5]), rates([4, 4, 4, 4, 4]))).toMatchObject({
    worse: true,
    tests: [{ p: 1 / 32 }],
  });
  expect(compareRates(rates([5, 5, 5, 5, 5]), rates([4, 5, 5, 5, 5]))).toMatchObject({
    worse: false,
    tests: [{ p: 0.5 }],
  });
});

test('a run against itself is never worse', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }), (passed) => {
      expect(compareRates(rates(passed), rates(passed))).toMatchObject({ worse: false, lost: [] });
    }),
    { numRuns: 10 },
  );
});

test('cases that only one side has, or with other repeats, are not compared', () => {
  expect(compareRates(rates([5, 5]), rates([0]))).toMatchObject({ cases: 1, before: 1, after: 0 });
  expect(compareRates(rates([5]), rates([0], 3)).cases).toBe(0);
});

test('more cases let a smaller regression be seen; too few none at all', () => {
  const smallest = (count: number): number | undefined => {
    const suite = rates(Array.from({ length: count }, (_, at) => (at % 4 === 0 ? 3 : 5)));
    return compareRates(suite, suite).smallest.points;
  };
  expect(smallest(4)).toBeUndefined();
  expect(smallest(10) ?? 0).toBeGreaterThan(smallest(50) ?? 101);
  expect(smallest(50) ?? 101).toBeLessThan(20);
});
