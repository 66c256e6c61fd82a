import { expect, test } from 'vitest';
import { decide, type RatePair } from './decide.ts';
import { binomial, randomOf } from './random.ts';

function pair(then: number, now: number, must = true, repeats = 5): RatePair {
  const one = { id: `shop/${String(then)}-${String(now)}`, kind: 'gap', must, repeats } as const;
  return { then: { ...one, passed: then }, now: { ...one, passed: now } };
}

test('what chance may lose is taken off the level of the test, but never more than four fifths of it', () => {
  expect(decide([pair(5, 5), pair(4, 4)], 0.05)).toMatchObject({ testLevel: 0.05, lossChance: 0 });
  const one = decide([pair(3, 2)], 0.05);
  expect(one.lossChance).toBeCloseTo(1 / 252, 12);
  expect(one.testLevel).toBeCloseTo(0.05 - 1 / 252, 12);
  expect(decide([pair(3, 2, false)], 0.05).lossChance).toBe(0);
  const coins = Array.from({ length: 11 }, () => pair(3, 2));
  expect(decide(coins, 0.05).testLevel).toBeCloseTo(0.01, 12);
});

test('two runs of the same prompt differ in at most 5 of 100 comparisons', () => {
  const random = randomOf(11);
  let alarms = 0;
  for (let comparison = 0; comparison < 2000; comparison += 1) {
    const pairs = Array.from({ length: 20 }, (_, at) => {
      const rate = at / 20;
      return pair(binomial(random, 5, rate), binomial(random, 5, rate));
    });
    const { worse, lost } = decide(pairs, 0.05);
    if (worse || lost.length > 0) alarms += 1;
  }
  expect(alarms / 2000).toBeLessThanOrEqual(0.05);
  expect(alarms).toBeGreaterThan(0);
});
