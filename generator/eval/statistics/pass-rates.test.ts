import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseRate } from './case-rate.ts';
import { passRates } from './pass-rates.ts';
import { wilson } from './wilson.ts';

const rate = (passed: number, repeats: number, id = 'shop/tier'): CaseRate => ({
  id,
  kind: 'gap',
  must: true,
  passed,
  repeats,
});

test('pass@k and pass^k are the shares of the ways to draw k of n', () => {
  // k is the fewest repeats: 3. Of C(5, 3) = 10 draws of the first case 6 hold its one pass, none holds three.
  const { k, passAt1, passAtK, passHatK } = passRates([rate(1, 5), rate(3, 3)]);
  expect(k).toBe(3);
  expect(passAt1.value).toBeCloseTo((0.2 + 1) / 2, 12);
  expect(passAtK.value).toBeCloseTo((0.6 + 1) / 2, 12);
  expect(passHatK.value).toBeCloseTo((0 + 1) / 2, 12);
});

test('criteria of workflows do not add to the gaps; alone they are as many values as there are integrations', () => {
  const criterion = (id: string, passed: number): CaseRate => ({ ...rate(passed, 5, id), kind: 'criterion' });
  const criteria = [criterion('shop/order#AC1', 0), criterion('shop/order#AC2', 0), criterion('bank/pay#AC1', 5)];
  expect(passRates([rate(5, 5), ...criteria])).toMatchObject({ over: 'gaps', cases: 1, passAt1: { value: 1 } });
  const alone = passRates(criteria);
  expect(alone).toMatchObject({ over: 'cases', cases: 3, passAt1: wilson(1 / 3, 2) });
});

test('all that failed, all that passed, and nothing at all', () => {
  expect(passRates([rate(0, 5)])).toMatchObject({
    passAt1: { value: 0 },
    passAtK: { value: 0 },
    passHatK: { value: 0 },
  });
  expect(passRates([rate(5, 5)])).toMatchObject({
    passAt1: { value: 1 },
    passAtK: { value: 1 },
    passHatK: { value: 1 },
  });
  expect(passRates([])).toMatchObject({ k: 0, cases: 0, passAtK: { value: 0, low: 0, high: 1 } });
  expect(passRates([rate(0, 0)])).toMatchObject({ k: 0, passAt1: { value: 0 }, passAtK: { value: 0 } });
});

test('pass^k ≤ pass@1 ≤ pass@k, each within its interval, whatever the order of the cases', () => {
  const rates = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9)).map(([n, c]) => rate(Math.min(n, c), n)),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(rates, (list) => {
      const of = passRates(list);
      expect(of.passHatK.value).toBeLessThanOrEqual(of.passAt1.value + 1e-12);
      expect(of.passAt1.value).toBeLessThanOrEqual(of.passAtK.value + 1e-12);
      for (const { value, low, high } of [of.passAt1, of.passAtK, of.passHatK])
        expect(low <= value && value <= high).toBe(true);
      expect(passRates(list.toReversed()).passAtK.value).toBeCloseTo(of.passAtK.value, 10);
    }),
  );
});
