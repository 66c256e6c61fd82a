import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openBudget } from './budget.ts';

/** An ask: its worst case, and the share of it that it comes to. */
const ask = fc.record({
  worst: fc.double({ min: 0.001, max: 2, noNaN: true }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('is never exceeded, in whatever order asks end, and keeps none waiting for ever', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(ask, { maxLength: 20 }),
      fc.double({ min: 0.01, max: 5, noNaN: true }),
      fc.scheduler(),
      async (asks, limit, scheduler) => {
        const budget = openBudget(limit);
        let granted = 0;
        const all = asks.map(async ({ worst, share }) => {
          const reservation = await budget.reserve(worst);
          if (reservation === undefined) return;
          granted += worst;
          await scheduler.schedule(Promise.resolve());
          granted -= worst;
          reservation.settle(worst * share);
          expect(budget.spent() + granted).toBeLessThanOrEqual(limit + 1e-6);
        });
        await scheduler.waitFor(Promise.all(all));
        expect(budget.spent()).toBeLessThanOrEqual(limit + 1e-6);
      },
    ),
  );
});

test('refuses what can never fit, and waits for what may', async () => {
  const budget = openBudget(1);
  expect(await budget.reserve(1.5)).toBeUndefined();
  const first = await budget.reserve(0.8);
  const second = budget.reserve(0.8);
  expect(budget.reserveNow(0.8)).toBeUndefined();
  first?.settle(0.1);
  expect(await second).toBeDefined();
});

test('without a limit only counts', async () => {
  const budget = openBudget(undefined);
  (await budget.reserve(1_000))?.settle(3);
  expect(budget.spent()).toBe(3);
});
