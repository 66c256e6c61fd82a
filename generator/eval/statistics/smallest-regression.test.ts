import { expect, test } from 'vitest';
import { beta, binomial, randomOf } from './random.ts';
import { signFlip } from './sign-flip.ts';
import { smallestRegression } from './smallest-regression.ts';

const suite = (count: number, passed: number): Parameters<typeof smallestRegression>[0] =>
  Array.from({ length: count }, (_, at) => ({ id: String(at), kind: 'gap', must: true, passed, repeats: 5 }));

/** How often drops of so many points are noticed, with other random numbers and the exact test. */
function noticed(count: number, passed: number, points: number): number {
  const random = randomOf(4711);
  let alarms = 0;
  for (let trial = 0; trial < 1000; trial += 1) {
    const differences = Array.from({ length: count }, () => {
      const chance = beta(random, passed + 0.5, 5 - passed + 0.5);
      return binomial(random, 5, Math.max(0, chance - points / 100)) - binomial(random, 5, chance);
    });
    if (signFlip(differences) <= 0.05) alarms += 1;
  }
  return alarms / 1000;
}

test.each([
  [20, 5],
  [50, 4],
])(
  'of %i cases that passed %i of 5 times, the drop that it names is noticed in 80 of 100 runs, a smaller one is not',
  (count, passed) => {
    const { points } = smallestRegression(suite(count, passed), 0.05);
    expect(noticed(count, passed, points ?? 0)).toBeGreaterThan(0.75);
    expect(noticed(count, passed, (points ?? 0) - 3)).toBeLessThan(0.8);
  },
);

test('nothing, and cases that never pass, have nothing to lose', () => {
  expect(smallestRegression([], 0.05).points).toBeUndefined();
  expect(smallestRegression(suite(4, 5), 0.05).points).toBeUndefined();
});
