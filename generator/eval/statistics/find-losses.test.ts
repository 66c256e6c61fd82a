import { describe, expect, test } from 'vitest';
import { findLosses } from './find-losses.ts';
import { binomial, randomOf } from './random.ts';
import type { RatePair } from './rate-pair.ts';

function pairs(counts: readonly (readonly [then: number, now: number])[], repeats = 5): readonly RatePair[] {
  return counts.map(([then, now], at) => {
    const one = { id: `shop/gap${String(at)}`, kind: 'gap', must: true, repeats } as const;
    return { then: { ...one, passed: then }, now: { ...one, passed: now } };
  });
}
const times = <T>(count: number, value: T): readonly T[] => Array.from({ length: count }, () => value);

describe('a must-case that passed and now never does', () => {
  test.each<[string, readonly (readonly [number, number])[], number, number]>([
    ['is lost where it always passed', [[5, 0], ...times(99, [5, 5] as const)], 1, 0],
    ['is lost in whatever number', times(40, [5, 0] as const), 40, 0],
    [
      'is lost where it passed but once less, and no other case is like it',
      [[4, 0], ...times(99, [5, 5] as const)],
      1,
      0,
    ],
    [
      'is doubtful where it passed but once less, and another case has as many',
      [
        [4, 0],
        [2, 2],
      ],
      0,
      1,
    ],
    ['is doubtful where it passed three times of five', [[3, 0]], 0, 1],
    ['is doubtful alone among thirty coins', [[5, 0], ...times(29, [3, 2] as const)], 0, 1],
    ['is lost with a second one among twenty coins', [[5, 0], [5, 0], ...times(18, [2, 3] as const)], 2, 0],
  ])('%s', (_name, counts, lost, doubtful) => {
    const found = findLosses(pairs(counts), 0.05);
    expect([found.lost.length, found.doubtful.length]).toEqual([lost, doubtful]);
    expect(found.lossChance).toBeLessThanOrEqual(0.04);
  });

  test('is lost with few repeats, too, though chance does that more often than the level', () => {
    expect(
      findLosses(
        pairs(
          [
            [1, 0],
            [0, 1],
          ],
          1,
        ),
        0.05,
      ),
    ).toMatchObject({ lost: [{ before: 1 }], lossChance: 1 });
    expect(findLosses(pairs([[3, 0]], 3), 0.05)).toMatchObject({ lost: [{ before: 3 }], lossChance: 0.05 });
  });

  test('is neither where it is no must', () => {
    const [one] = pairs([[5, 0]]);
    const never = one && { then: { ...one.then, must: false }, now: { ...one.now, must: false } };
    expect(findLosses(never ? [never] : [], 0.05)).toEqual({ lost: [], doubtful: [], lossChance: 0 });
  });
});

test.each([0.2, 0.5, 0.8])('two runs of a hundred cases that pass with %f are seldom told apart', (rate) => {
  const random = randomOf(3);
  let alarms = 0;
  for (let comparison = 0; comparison < 2000; comparison += 1) {
    const drawn = times(100, 0).map(() => [binomial(random, 5, rate), binomial(random, 5, rate)] as const);
    if (findLosses(pairs(drawn), 0.05).lost.length > 0) alarms += 1;
  }
  expect(alarms / 2000).toBeLessThanOrEqual(0.04);
});
