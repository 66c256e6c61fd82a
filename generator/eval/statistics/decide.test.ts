import { expect, test } from 'vitest';
import { decide } from './decide.ts';
import { binomial, randomOf, type Random } from './random.ts';
import type { RatePair } from './rate-pair.ts';

function pair(then: number, now: number, must = true, repeats = 5): RatePair {
  const one = { id: `shop/${String(then)}-${String(now)}`, kind: 'gap', must, repeats } as const;
  return { then: { ...one, passed: then }, now: { ...one, passed: now } };
}

test('what chance may lose is taken off the level of the test, but never more than four fifths of it', () => {
  const five = Array.from({ length: 9 }, () => pair(5, 5));
  expect(decide([...five, pair(4, 4)], 0.05)).toMatchObject({ tests: [{ level: 0.05 }], lossChance: 0 });
  const one = decide([...five, pair(3, 2)], 0.05);
  expect(one.lossChance).toBeCloseTo(1 / 252, 12);
  expect(one.tests[0]?.level).toBeCloseTo(0.05 - 1 / 252, 12);
  expect(decide([pair(3, 2, false)], 0.05).lossChance).toBe(0);
  const coins = Array.from({ length: 10 }, () => pair(3, 2));
  expect(decide(coins, 0.05).tests[0]?.level).toBeCloseTo(0.05 - 10 / 252, 12);
  const three = [pair(3, 0, true, 3), pair(0, 3, true, 3), ...five.map(() => pair(3, 3, true, 3))];
  expect(decide(three, 0.05)).toMatchObject({ tests: [{ level: 0.05 * 0.2 }], lossChance: 0.1 });
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

/** Two runs of one prompt: gaps whose replies fail by chance, and criteria that need all of their integration's gaps. */
function dependent(integrations: number, random: Random): readonly RatePair[] {
  return Array.from({ length: integrations }, (_i, at) => {
    const replies = Array.from({ length: 4 }, () => Array.from({ length: 10 }, () => random() < 0.8));
    const both = (passed: readonly boolean[], id: string, kind: 'gap' | 'criterion'): RatePair => {
      const one = { id: `shop${String(at)}/${id}`, kind, must: true, repeats: 5 };
      const count = (part: readonly boolean[]): number => part.filter(Boolean).length;
      return { then: { ...one, passed: count(passed.slice(0, 5)) }, now: { ...one, passed: count(passed.slice(5)) } };
    };
    const whole = Array.from({ length: 10 }, (_r, repeat) => replies.every((gap) => gap[repeat]));
    return [
      ...replies.map((passed, gap) => both(passed, `gap${String(gap)}`, 'gap')),
      ...Array.from({ length: 8 }, (_c, criterion) => both(whole, `order#AC${String(criterion)}`, 'criterion')),
    ];
  }).flat();
}

test.each([1, 4, 8])('criteria that all fail with one reply are no proof: %i integrations', (integrations) => {
  const random = randomOf(5);
  let alarms = 0;
  for (let comparison = 0; comparison < 1000; comparison += 1)
    if (decide(dependent(integrations, random), 0.05).worse) alarms += 1;
  expect(alarms / 1000).toBeLessThanOrEqual(0.05);
});

test('workflows are tested by integration, where there are enough of them', () => {
  const criterion = (at: number, now: number): RatePair => {
    const one = { id: `shop${String(at)}/order#AC1`, kind: 'criterion', must: true, repeats: 5 } as const;
    return { then: { ...one, passed: 5 }, now: { ...one, passed: now } };
  };
  const many = Array.from({ length: 8 }, (_, at) => criterion(at, 4));
  expect(decide(many, 0.05)).toMatchObject({ worse: true, tests: [{ over: 'workflows', units: 8, p: 1 / 256 }] });
  expect(decide([...many.slice(0, 4), ...many.slice(0, 4)], 0.05)).toMatchObject({
    worse: false,
    tests: [{ units: 4, level: 0 }],
  });
  const gaps = Array.from({ length: 8 }, () => pair(5, 5));
  expect(decide([...gaps, ...many], 0.05)).toMatchObject({ worse: true, tests: [{ level: 0.025 }, { level: 0.025 }] });
  expect(decide([...gaps, ...many.slice(0, 4)], 0.05)).toMatchObject({
    worse: false,
    tests: [{ level: 0.05 }, { level: 0 }],
  });
});
