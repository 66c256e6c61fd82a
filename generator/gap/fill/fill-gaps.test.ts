import { expect, test } from 'vitest';
import type { ModelAnswer } from '../provider/provider.ts';
import { openBudget } from './budget.ts';
import { fillGaps } from './fill-gaps.ts';
import { fails, fakes, says, targetOf } from './testing/fill-fakes.ts';

const [one, two, three] = [targetOf('one'), targetOf('two'), targetOf('three')];
const ends = (outcomes: Awaited<ReturnType<typeof fillGaps>>): readonly string[] =>
  outcomes.map(({ end }) => (end.kind === 'left' ? `left: ${end.why}` : end.kind));

test('the failure of one gap is nothing to the others', async () => {
  const { parts, saved } = fakes({ one: [fails()], two: [says('body')], three: [says('body')] });
  expect(ends(await fillGaps([one, two, three], parts, 2))).toEqual(['failed', 'filled', 'filled']);
  expect(saved.map((entry) => entry.gap)).toEqual(['two', 'three']);
});

test('what nobody will get an answer to is not asked', async () => {
  const { parts, requests } = fakes({ one: [fails({ code: 'FR7301', fatal: true })] });
  expect(ends(await fillGaps([one, two, three], parts, 1))).toEqual(['failed', 'left: provider', 'left: provider']);
  expect(requests).toHaveLength(1);
});

test('no more are asked at once than wanted', async () => {
  let [under, most] = [0, 0];
  const slow = async (): Promise<ModelAnswer> => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setImmediate(resolve));
    under -= 1;
    return says('body');
  };
  const { parts } = fakes({ one: [slow], two: [slow], three: [slow] });
  await fillGaps([one, two, three], parts, 2);
  expect(most).toBe(2);
});

test('an ask that could exceed the budget is not started', async () => {
  // The worst of an ask is $0.11, a reply is $0.02.
  const { parts, requests } = fakes(
    { one: [says('body')], two: [says('body')], three: [says('body')] },
    { budget: openBudget(0.14) },
  );
  expect(ends(await fillGaps([one, two, three], parts, 1))).toEqual(['filled', 'filled', 'left: budget']);
  expect(requests).toHaveLength(2);
  expect(parts.budget.spent()).toBeCloseTo(0.04);
});

test('asks that are under way count with their worst case, and others wait for them', async () => {
  let [under, most] = [0, 0];
  const slow = async (): Promise<ModelAnswer> => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setImmediate(resolve));
    under -= 1;
    return says('body');
  };
  const { parts } = fakes({ one: [slow], two: [slow], three: [slow] }, { budget: openBudget(0.15) });
  expect(ends(await fillGaps([one, two, three], parts, 3))).toEqual(['filled', 'filled', 'filled']);
  expect(most).toBe(1);
});

test('failed asks cost, too', async () => {
  const { parts } = fakes(
    { one: [fails({ usage: { input: 1_000, output: 1_000 } })], two: [says('body')] },
    { budget: openBudget(0.2) },
  );
  expect(ends(await fillGaps([one, two], parts, 1))).toEqual(['failed', 'left: budget']);
});

test('an interruption keeps what was filled, and asks no more', async () => {
  const stop = new AbortController();
  const { parts, saved, requests } = fakes(
    {
      one: [says('body')],
      two: [
        async () => {
          stop.abort();
          return fails({ usage: { input: 10 } });
        },
      ],
      three: [says('body')],
    },
    { signal: stop.signal },
  );
  const outcomes = await fillGaps([one, two, three], parts, 1);
  expect(ends(outcomes)).toEqual(['filled', 'left: interrupted', 'left: interrupted']);
  expect(outcomes[1]?.paid.input).toBe(10);
  expect(saved).toHaveLength(1);
  expect(requests).toHaveLength(2);
});
