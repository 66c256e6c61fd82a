import { expect, test } from 'vitest';
import { accept } from '../baseline/accept.ts';
import { gate } from '../gate/gate.ts';
import type { EvalError, EvalRun } from '../results.ts';
import { cases, changeRepeats, makeRun, type MadeCase } from '../testing/make-run.ts';
import { alsoWords, groupedProblems } from './grouped-problems.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import { terminalReport } from './terminal.ts';

const plain = (_style: unknown, text: string): string => text;
const CRITERIA = ['shop/orderPaid#AC1', 'shop/orderPaid#AC2', 'shop/refunded#AC1'];
const WITHOUT = ['shop/tier'];

/** The gap `tier`, whose replies fail, and three criteria that need it; one more that fails by itself. */
function failing(error?: EvalError): EvalRun {
  const passed = [false, false];
  const made: readonly MadeCase[] = [
    { id: 'shop/tier', text: 'How good a customer is.', passed },
    ...CRITERIA.map((id) => ({ id, kind: 'criterion' as const, passed, reason: 'no reply passed for tier' })),
    { id: 'shop/orderPaid#AC9', kind: 'criterion', passed, reason: 'expected 1 call, got 2' },
  ];
  let run = makeRun(made);
  for (const id of CRITERIA) run = changeRepeats(run, id, (one) => ({ ...one, without: WITHOUT }));
  if (error !== undefined)
    for (const id of ['shop/tier', ...CRITERIA])
      run = changeRepeats(run, id, (one) => ({ ...one, assertions: [], error }));
  return run;
}

test('criteria that lack the body of a gap are told with the gap, others for themselves', () => {
  const run = failing();
  const groups = groupedProblems(gate(run, { compare: false }).problems);
  expect(groups.map(({ problem, also }) => [problem.case, also.map((one) => one.case)])).toEqual([
    ['shop/orderPaid#AC9', []],
    ['shop/tier', CRITERIA],
  ]);
  expect(alsoWords(groups[1]?.also ?? [])).toBe(
    '3 criteria failed for want of a body of it: shop/orderPaid #AC1, #AC2; shop/refunded #AC1',
  );
});

test('SARIF has one result for them; Markdown one line of what became worse', () => {
  const run = failing();
  const before = {
    ...run,
    cases: run.cases.map((one) => ({
      ...one,
      repeats: one.repeats.map((repeat) => ({
        ...repeat,
        without: [],
        assertions: repeat.assertions.map((each) => ({ ...each, passed: true })),
      })),
    })),
  };
  const baseline = accept(before, { reason: 'the first' });
  const input = { run, baseline, verdict: gate(run, { compare: true, baseline }) };
  const words = 'shop/orderPaid #AC1, #AC2; shop/refunded #AC1';
  const log = sarifReport(input);
  expect(log.match(/"ruleId": "must-/g)).toHaveLength(2);
  expect(log).toContain(`; 3 criteria failed for want of a body of it: ${words}`);
  expect(markdownReport(input)).toContain(`\n| 3 criteria | ${words} | for want of a body of shop/tier |\n`);
});

test('a missing recording is told once, however many criteria and repeats lack it', () => {
  const run = failing({ kind: 'recording', message: 'no reply of tier is recorded' });
  const { problems, exitCode } = gate(run, { compare: false });
  expect(exitCode).toBe(3);
  const groups = groupedProblems(problems).filter(({ problem }) => problem.rule === 'missing-recording');
  expect(groups).toMatchObject([
    {
      problem: { case: 'shop/tier', reason: 'repeat 1: no reply of tier is recorded; in 2 of 2 repeats' },
      also: CRITERIA.map((id) => ({ case: id })),
    },
  ]);
  const text = terminalReport({ run, verdict: gate(run, { compare: false }) }, plain, 120);
  expect(text.match(/no reply of tier is recorded/g)).toHaveLength(2);
  expect(text).toContain('3 criteria for want of a body of shop/tier: shop/orderPaid #AC1, #AC2; shop/refunded #AC1\n');
});

test('a budget that is used up is told once, whatever each reply could have cost; so is a server that says one thing', () => {
  const error = (at: number): EvalError => ({
    kind: 'budget',
    message: `asking once more could cost $0.0${String(at)}`,
  });
  const made = cases([5, 5, 5]);
  let run = makeRun([...made, { id: 'shop/orderPaid#AC1', kind: 'criterion', passed: [true, true, true, true, true] }]);
  for (const [at, { id }] of run.expected.entries())
    run = changeRepeats(run, id, (one) => ({
      ...one,
      assertions: [],
      error: error(at),
      ...(id.includes('#') && { without: ['shop/gap2'] }),
    }));
  const groups = groupedProblems(gate(run, { compare: false }).problems);
  expect(groups).toHaveLength(1);
  expect(alsoWords(groups[0]?.also ?? [])).toBe(
    'the same of 2 other cases: shop/gap1; shop/gap2; 1 criterion could not run without bodies of them: shop/orderPaid #AC1',
  );
  const answers = (message: (id: string) => string): number => {
    let wrong = makeRun(made);
    for (const { id } of made)
      wrong = changeRepeats(wrong, id, (one) => ({
        ...one,
        assertions: [],
        error: { kind: 'provider', message: message(id) },
      }));
    return groupedProblems(gate(wrong, { compare: false }).problems).length;
  };
  expect([answers(() => 'the key is wrong'), answers((id) => `no reply to ${id}`)]).toEqual([1, 3]);
});

test('where the gap itself did not run, the first criterion stands for all that lack it', () => {
  const run = failing();
  const alone = {
    ...run,
    filter: '#AC',
    total: 5,
    expected: run.expected.filter(({ id }) => id !== 'shop/tier'),
    cases: run.cases.filter(({ id }) => id !== 'shop/tier'),
  };
  const groups = groupedProblems(gate(alone, { compare: false }).problems);
  expect(groups.map(({ problem, also }) => [problem.case, also.length])).toEqual([
    ['shop/orderPaid#AC1', 2],
    ['shop/orderPaid#AC9', 0],
  ]);
});

test('what got better is listed as well as what got worse; sizes of bodies are compared', () => {
  const before = makeRun(cases([5, 0, 5]));
  const after = changeRepeats(makeRun(cases([0, 5, 5])), 'shop/gap2', (one) => ({ ...one, body: 'short' }));
  const baseline = accept(before, { reason: 'the first' });
  const input = { run: after, baseline, verdict: gate(after, { compare: true, baseline }) };
  const text = terminalReport(input, plain);
  expect(text).toMatch(/^cases +1 better, 1 worse, 1 the same$/m);
  expect(text).toContain('passed        5/5 (was 0/5)  shop/gap1  better\n');
  expect(text).toMatch(/^bodies +\d+ characters in 3 gaps, \d+ before \(−\d+ %\)$/m);
  const markdown = markdownReport(input);
  expect(markdown).toMatch(/### Better than before\n\n.*\n.*\n\| 5\/5 \(was 0\/5\) \| `shop\/gap1`/);
  expect(markdown).toMatch(/### Worse than before\n\n.*\n.*\n\| 0\/5 \(was 5\/5\) \| `shop\/gap0`/);
});

test('of one asking there is one share; what no reply reports is not 0; without --gate the last line says so', () => {
  const run = changeRepeats(makeRun([{ id: 'shop/tier', passed: [false] }]), 'shop/tier', (one) => ({
    ...one,
    usage: {},
    cost: 0,
  }));
  const text = terminalReport({ run, verdict: gate(run, { compare: false }) }, plain, 100, false);
  expect(text.match(/^pass/gm)).toHaveLength(1);
  expect(text).toMatch(/^tokens +not reported\ncost +not reported$/m);
  expect(text).toMatch(/\(with --gate the exit code would be 1\)\n$/);
});

test('a chance is a share, a number of cases is no chance', () => {
  const note = (count: number, repeats: number): readonly string[] => {
    const baseline = accept(
      makeRun(
        cases(
          Array.from({ length: count }, () => 0),
          repeats,
        ),
      ),
      { reason: 'the first' },
    );
    const run = makeRun(
      cases(
        Array.from({ length: count }, () => repeats),
        repeats,
      ),
    );
    return gate(run, { compare: true, baseline }).notes.filter((one) => /chance/.test(one));
  };
  expect(note(13, 1)).toEqual([expect.stringContaining('asked once')]);
  expect(note(2, 3)).toEqual([expect.stringContaining('a must-case in up to 10.0 % of such runs')]);
  expect(note(20, 5)).toEqual([]);
  expect(note(13, 2)).toEqual([expect.stringContaining('2.2 must-cases in such a run')]);
});
