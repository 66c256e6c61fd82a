import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accept } from '../baseline/accept.ts';
import type { EvalRun } from '../results.ts';
import { cases, changeRepeats, makeRun } from '../testing/make-run.ts';
import { gate, mayAccept } from './gate.ts';

const GOOD = makeRun(cases([5, 5, 5, 4, 5, 5, 3, 5, 5, 5]));
const baseline = accept(GOOD, { reason: 'the first' });
const rulesOf = (run: EvalRun, compare = true): readonly string[] =>
  gate(run, { compare, baseline }).problems.map(({ code, rule }) => `${String(code)} ${rule}`);

test('the run that is the baseline passes', () => {
  expect(gate(GOOD, { compare: true, baseline })).toMatchObject({ exitCode: 0, problems: [] });
});

test('one must-criterion that always failed, among a hundred that passed, is named with its reason', () => {
  const run = makeRun([
    ...cases(Array.from({ length: 100 }, () => 5)),
    {
      id: 'shop/orderPaid#AC7',
      kind: 'criterion',
      text: 'A refund is never synced twice.',
      passed: [false, false, false, false, false],
      reason: 'expected 1 call, got 2',
    },
  ]);
  const good = makeRun([
    ...cases(Array.from({ length: 100 }, () => 5)),
    { id: 'shop/orderPaid#AC7', kind: 'criterion', passed: [true, true, true, true, true] },
  ]);
  expect(gate(run, { compare: true, baseline: accept(good, { reason: 'the first' }) })).toMatchObject({
    exitCode: 1,
    problems: [
      {
        rule: 'must-lost',
        case: 'shop/orderPaid#AC7',
        metric: 'shop/orderPaid#AC7#visible',
        criterion: 'A refund is never synced twice.',
        reason: 'passed 5 of 5 times in the baseline, and 0 of 5 now: expected 1 call, got 2',
      },
    ],
  });
  expect(gate(run, { compare: false }).problems).toMatchObject([{ rule: 'must-never-passed' }]);
});

test('a must-assertion that fails once is enough; another one is not', () => {
  const once = (must: boolean): EvalRun =>
    changeRepeats(GOOD, 'shop/gap0', (repeat) => ({
      ...repeat,
      assertions: repeat.assertions.map((one, at) =>
        repeat.repeat === 2 && at === 0 ? { ...one, passed: false, must, reason: 'eval is not allowed' } : one,
      ),
    }));
  expect(gate(once(true), { compare: true, baseline }).problems).toMatchObject([
    {
      code: 1,
      rule: 'must-assertion',
      metric: 'shop/gap0#static',
      reason: 'failed in 1 of 5 repeats, first in repeat 3: eval is not allowed',
    },
  ]);
  expect(rulesOf(once(false))).toEqual([]);
});

test('the suite decides what is a must, not what ran', () => {
  const run = changeRepeats(
    makeRun([{ id: 'shop/tier', must: true, passed: [false] }]),
    'shop/tier',
    (repeat) => repeat,
  );
  const disguised = { ...run, cases: run.cases.map((one) => ({ ...one, must: false })) };
  expect(rulesOf(disguised, false)).toEqual(['1 must-never-passed']);
});

test('many small losses are worse than the baseline, and the reason has the figures', () => {
  const run = makeRun(cases([4, 4, 4, 3, 4, 4, 2, 4, 4, 4]));
  const { exitCode, problems } = gate(run, { compare: true, baseline });
  expect(exitCode).toBe(1);
  expect(problems[0]?.reason).toBe(
    'the 10 gaps pass less often than in the baseline; by chance alone that happens with p = 0.0010, the level is 0.0460 (over all 10 cases the mean rate went from 94.0 % to 74.0 %)',
  );
});

test.each<[string, string, (run: EvalRun) => EvalRun]>([
  ['an empty filter', '2 empty', (run) => ({ ...run, filter: 'nothing', expected: [], cases: [] })],
  ['fewer cases than expected', '3 missing-case', (run) => ({ ...run, cases: run.cases.slice(1) })],
  ['fewer cases in the suite than the specs have', '3 missing-case', (run) => ({ ...run, total: 11 })],
  ['a case twice', '2 duplicate-case', (run) => ({ ...run, cases: [...run.cases, ...run.cases.slice(0, 1)] })],
  [
    'a case of the suite twice',
    '2 duplicate-case',
    (run) => ({ ...run, total: 11, expected: [...run.expected, ...run.expected.slice(0, 1)] }),
  ],
  ['a repeat too few', '3 missing-repeat', (run) => change(run, (one) => ({ ...one, repeats: one.repeats.slice(1) }))],
  [
    'a repeat twice',
    '2 duplicate-case',
    (run) => change(run, (one) => ({ ...one, repeats: [...one.repeats, ...one.repeats.slice(0, 1)] })),
  ],
  [
    'a case without assertions',
    '2 no-metrics',
    (run) => ({ ...run, expected: run.expected.map((one, at) => (at === 0 ? { ...one, metrics: [] } : one)) }),
  ],
  [
    'a broken spec',
    '2 spec-error',
    (run) => ({ ...run, diagnostics: [{ code: 'FR2003', severity: 'error', message: 'no such field' }] }),
  ],
  ['a missing recording', '3 missing-recording', (run) => failing(run, 'recording')],
  ['a provider error', '3 provider-error', (run) => failing(run, 'provider')],
  ['a reached budget', '3 budget', (run) => failing(run, 'budget')],
  [
    'a harness that fails',
    '3 harness-error',
    (run) => ({ ...run, errors: [{ kind: 'harness', message: 'promptfoo threw' }] }),
  ],
  [
    'a wrong configuration',
    '2 configuration-error',
    (run) => ({ ...run, errors: [{ kind: 'configuration', message: 'no such model' }] }),
  ],
  ['replies that cost more than the budget', '3 budget', (run) => ({ ...run, budget: 0.5 })],
  [
    'a budget and prices that nobody knows',
    '3 budget',
    (run) => ({ ...changeRepeats(run, 'shop/gap0', withoutCost), budget: 5, mode: 'live' }),
  ],
  [
    'a stale fill',
    '1 fill-state',
    (run) => ({ ...run, fills: [{ gap: 'shop/tier', state: 'stale', file: 'shop.yaml', line: 7 }] }),
  ],
  [
    'another number of repeats',
    '2 other-baseline',
    () =>
      makeRun(
        cases(
          [5, 5, 5, 4, 5, 5, 3, 5, 5, 5].map((one) => Math.min(one, 3)),
          3,
        ),
      ),
  ],
  ['another grader', '2 other-baseline', (run) => ({ ...run, grader: 'other' })],
  [
    'a deleted test',
    '2 deleted-case',
    (run) => ({ ...run, total: 9, expected: run.expected.slice(1), cases: run.cases.slice(1) }),
  ],
  [
    'a must-case that is none any more',
    '2 weakened-case',
    (run) => ({ ...run, expected: run.expected.map((one) => ({ ...one, must: false })) }),
  ],
])('%s turns the gate red', (_what, rule, plant) => {
  expect(rulesOf(GOOD)).toEqual([]);
  expect(rulesOf(plant(GOOD))).toContain(rule);
});

test('a misspelled assertion is unknown, says what was meant, and leaves the right one missing', () => {
  const run = changeRepeats(GOOD, 'shop/gap0', (repeat) => ({
    ...repeat,
    assertions: repeat.assertions.map((one) => ({ ...one, metric: one.metric.replace('visible', 'visibel') })),
  }));
  expect(gate(run, { compare: false }).problems).toMatchObject([
    {
      rule: 'unknown-metric',
      metric: 'shop/gap0#visibel',
      reason: "no spec has this assertion; did you mean 'shop/gap0#visible'?",
    },
    { rule: 'missing-metric', metric: 'shop/gap0#visible' },
  ]);
});

test('an assertion that was taken out of a case is missed', () => {
  const without = (name: string): EvalRun => ({
    ...changeRepeats(GOOD, 'shop/gap0', (repeat) => ({
      ...repeat,
      assertions: repeat.assertions.filter(({ metric }) => !metric.endsWith(name)),
    })),
    expected: GOOD.expected.map((one) => ({
      ...one,
      metrics: one.metrics.filter(({ metric }) => metric !== `shop/gap0${name}`),
    })),
  });
  expect(rulesOf(without('#static'))).toEqual(['2 deleted-metric']);
});

test('an assertion without weight, and an empty list of assertions, pass nothing', () => {
  const weightless = changeRepeats(GOOD, 'shop/gap0', (repeat) => ({
    ...repeat,
    assertions: repeat.assertions.map((one) => ({ ...one, weight: 0 })),
  }));
  expect(rulesOf(weightless)).toContain('2 wrong-weight');
  const empty = changeRepeats(GOOD, 'shop/gap0', (repeat) => ({ ...repeat, assertions: [] }));
  expect(rulesOf(empty)).toEqual(expect.arrayContaining(['2 missing-metric', '1 must-lost']));
});

test('a changed prompt without its recordings says so', () => {
  const run = { ...failing(GOOD, 'recording'), promptHash: 'b'.repeat(64) };
  expect(gate(run, { compare: true, baseline }).problems[0]).toMatchObject({
    code: 3,
    rule: 'prompt-changed',
    reason: 'repeat 1: fill@v1 was changed without recording its replies again: planted',
  });
  const recorded = { ...GOOD, promptHash: 'b'.repeat(64) };
  expect(gate(recorded, { compare: true, baseline })).toMatchObject({
    exitCode: 0,
    notes: ['fill@v1 was changed since the baseline, and its replies recorded again'],
  });
});

test('a comparison that was asked for needs a baseline', () => {
  expect(gate(GOOD, { compare: true, against: 'fill@v7' })).toMatchObject({
    exitCode: 2,
    problems: [{ rule: 'missing-baseline', reason: expect.stringContaining('no baseline of fill@v7 with ') }],
  });
  expect(gate(GOOD, { compare: false })).toMatchObject({ exitCode: 0 });
  expect(
    gate(
      { ...makeRun([{ id: 'shop/new', passed: [true, true, true, true, true] }]), filter: 'new', total: 11 },
      { compare: true, baseline },
    ),
  ).toMatchObject({ exitCode: 2 });
});

test('2 comes before 3 before 1, and all of them are told', () => {
  const run = { ...failing(makeRun(cases([0, 5])), 'provider'), grader: 'other' };
  const lost = changeRepeats(run, 'shop/gap1', (repeat) => repeat);
  const rules = gate(lost, { compare: true, baseline: accept(makeRun(cases([5, 5])), { reason: 'the first' }) });
  expect(rules.exitCode).toBe(2);
  expect(rules.problems.map(({ code }) => code)).toEqual([2, 3, 1]);
  expect(gate(run, { compare: false }).exitCode).toBe(3);
});

test('what was not measured may not become a baseline; what is worse may', () => {
  expect(mayAccept(makeRun(cases([0, 5])))).toMatchObject({ exitCode: 0 });
  expect(mayAccept(failing(GOOD, 'recording'))).toMatchObject({ exitCode: 3 });
  expect(mayAccept({ ...GOOD, filter: 'shop' })).toMatchObject({ exitCode: 2 });
});

test('the verdict is the same whatever the order in which cases, repeats and assertions came', () => {
  const passed = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(passed, fc.infiniteStream(fc.nat(1000)), (counts, keys) => {
      const run = makeRun(cases(counts), {
        fills: [
          { gap: 'b', state: 'stale', file: 'x', line: 1 },
          { gap: 'a', state: 'missing', file: 'x', line: 2 },
        ],
      });
      const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
        items
          .map((item) => ({ item, key: keys.next().value ?? 0 }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ item }) => item);
      const other: EvalRun = {
        ...run,
        fills: shuffled(run.fills),
        expected: shuffled(run.expected).map((one) => ({ ...one, metrics: shuffled(one.metrics) })),
        cases: shuffled(run.cases).map((one) => ({
          ...one,
          repeats: shuffled(one.repeats).map((repeat) => ({ ...repeat, assertions: shuffled(repeat.assertions) })),
        })),
      };
      expect(JSON.stringify(gate(other, { compare: true, baseline }))).toBe(
        JSON.stringify(gate(run, { compare: true, baseline })),
      );
    }),
    { numRuns: 10 },
  );
});

function change(run: EvalRun, to: (one: EvalRun['cases'][number]) => EvalRun['cases'][number]): EvalRun {
  return { ...run, cases: run.cases.map((one, at) => (at === 0 ? to(one) : one)) };
}

function failing(run: EvalRun, kind: EvalRun['errors'][number]['kind']): EvalRun {
  return changeRepeats(run, 'shop/gap0', (repeat) =>
    repeat.repeat === 0 ? { ...repeat, assertions: [], error: { kind, message: 'planted' } } : repeat,
  );
}

function withoutCost({
  cost: _cost,
  ...repeat
}: EvalRun['cases'][number]['repeats'][number]): EvalRun['cases'][number]['repeats'][number] {
  return repeat;
}

test('the verdict notes where chance alone would lose must-cases', () => {
  const three = makeRun(cases([3, 0, 3], 3));
  const other = makeRun(cases([0, 3, 3], 3));
  expect(gate(other, { compare: true, baseline: accept(three, { reason: 'the first' }) }).notes).toEqual([
    'if nothing had changed, chance would lose a must-case in up to 10.0 % of such runs; more repeats make that rare',
  ]);
});

test('a must-case that passed sometimes and now never does is named, and red only where chance seldom does that', () => {
  const before = makeRun(cases([4, 5, 5, 5, 5]));
  const judged = (first: number, then = before): ReturnType<typeof gate> =>
    gate(makeRun(cases([first, 5, 5, 5, 5])), { compare: true, baseline: accept(then, { reason: 'the first' }) });
  expect(judged(0).problems).toMatchObject([{ rule: 'must-lost', case: 'shop/gap0' }]);
  expect(judged(0).problems[0]?.reason).toContain('passed 4 of 5 times in the baseline, and 0 of 5 now');
  expect(judged(0, makeRun(cases([2, 5, 5, 5, 5])))).toMatchObject({
    exitCode: 0,
    notes: [
      'passed in the baseline and never now, which chance alone does too, so more repeats would tell: shop/gap0 (2 of 5)',
    ],
  });
  expect(judged(0, makeRun(cases([0, 5, 5, 5, 5]))).problems).toMatchObject([{ rule: 'must-never-passed' }]);
});

test('what could not be measured is 3, and not worse, however much of it there is', () => {
  const error = { kind: 'provider', message: 'overloaded' } as const;
  let run = GOOD;
  for (const { id } of GOOD.expected) run = changeRepeats(run, id, (one) => ({ ...one, assertions: [], error }));
  const verdict = gate(run, { compare: true, baseline });
  expect(new Set(verdict.problems.map(({ code, rule }) => `${String(code)} ${rule}`))).toEqual(
    new Set(['3 provider-error']),
  );
  expect(verdict.notes).toContainEqual(expect.stringContaining('what could not be measured'));
});
