import { expect, test } from 'vitest';
import { accept } from '../baseline/accept.ts';
import { gate } from '../gate/gate.ts';
import type { EvalRun } from '../results.ts';
import { cases, changeRepeats, makeRun } from '../testing/make-run.ts';
import { htmlReport } from './html/html.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import { terminalReport } from './terminal.ts';
import type { ReportInput } from './view.ts';

/** `1 gaps`, `1 of 1 criteria`: not `1 of 2 criteria`, and not a range or a decimal that ends in 1. */
const WRONG =
  /(?<![\d.,–/])1 (?:of 1 )?(?:gaps|cases|criteria|repeats|times|integrations|points|problems|lines|characters)\b/;

async function reports(input: ReportInput): Promise<string> {
  const terminal = terminalReport(input, (_style, text) => text, 200);
  return [terminal, markdownReport(input), junitReport(input), sarifReport(input), await htmlReport(input)].join('\n');
}

function compared(before: EvalRun, run: EvalRun): ReportInput {
  const baseline = accept(before, { reason: 'the first' });
  return { run, baseline, verdict: gate(run, { compare: true, baseline }) };
}

const ROW = {
  integration: 'shop',
  owner: 'gap0',
  kind: 'gap',
  story: 'Orders are sorted.',
  criterion: 'C1',
  text: 'Large ones first.',
  spec: { file: 'shop.yaml', line: 3 },
  generated: [],
  metrics: [],
} as const;

test('of one gap, asked once, nothing is said in the plural', async () => {
  const one = (passed: number): EvalRun => makeRun(cases([passed], 1), { traceability: [ROW] });
  const text = await reports(compared(one(1), one(0)));
  expect(text).not.toMatch(WRONG);
  expect(text).toContain('over 1 gap\n');
  expect(text).toContain('passed in the baseline, and does not now: expected 3, got 4');
  expect(text).toContain('1 of 1 criterion is not verified: nothing checks it\n');
});

test('nor of one criterion of a workflow, beside a case that the baseline does not have', async () => {
  const criterion = { id: 'shop/order#AC1', kind: 'criterion', passed: [true] } as const;
  const before = changeRepeats(makeRun(cases([1], 1)), 'shop/gap0', (repeat) => ({ ...repeat, body: 'x' }));
  const run = changeRepeats(makeRun([...cases([1], 1), criterion]), 'shop/gap0', (repeat) => ({
    ...repeat,
    body: 'y',
  }));
  const text = await reports(compared(before, { ...run, filter: 'shop', total: 3 }));
  expect(text).not.toMatch(WRONG);
  expect(text).toContain("note: the filter 'shop' asks for 2 of 3 cases, and leaves out the others\n");
  expect(text).toContain('note: 1 of 2 cases is not in the baseline\n');
  expect(text).toContain('1 character in 1 gap, 1 before');
});

test('what the filter leaves out is told by every report that tells of criteria, and is not called unverified', async () => {
  const whole = makeRun(cases([5, 5]), {
    traceability: [0, 1, 1].map((at) => ({
      ...ROW,
      owner: `gap${String(at)}`,
      metrics: [`shop/gap${String(at)}#visible`],
    })),
  });
  const run = { ...whole, filter: 'gap0', expected: whole.expected.slice(0, 1), cases: whole.cases.slice(0, 1) };
  const input = { run, verdict: gate(run, { compare: false }) };
  const said = '2 of 3 criteria are left out by the filter';
  expect(terminalReport(input, (_style, text) => text)).toContain(`\n${said}\n`);
  expect(markdownReport(input)).toContain(`- ${said}\n`);
  expect(await htmlReport(input)).toContain(`1 passed, 0 failed, 0 not verified; ${said}.`);
  expect(await reports(input)).not.toMatch(/are not verified|could not be measured|gap1/);
});

test('a run of nothing has no shares', async () => {
  const run = { ...makeRun([]), filter: 'nothing', total: 3 };
  const text = await reports({ run, verdict: gate(run, { compare: false }) });
  expect(text).toContain('pass@1  nothing ran\n');
  expect(text).not.toMatch(/pass[@^]0|100\.0 %|Neither is known|<table/);
  expect(text).toContain('<p>Nothing ran.</p>');
});

test('where no case can be compared no figure of a comparison is made up', async () => {
  const before = makeRun(cases([5, 5, 5]));
  const said = await reports(compared(before, makeRun(cases([3, 3, 3], 3))));
  expect(said).toContain('nothing: the baseline has no case that ran as often');
  expect(said).not.toMatch(/mean rate|0 better|could have been seen/);
});
