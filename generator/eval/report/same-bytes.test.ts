import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gate } from '../gate/gate.ts';
import type { EvalRun } from '../results.ts';
import { sample } from '../testing/sample.ts';
import { htmlReport } from './html/html.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import { terminalReport } from './terminal.ts';
import type { ReportInput } from './view.ts';

const plain = (_style: unknown, text: string): string => text;

async function reports(input: ReportInput): Promise<readonly string[]> {
  return [
    await htmlReport(input),
    junitReport(input),
    markdownReport(input),
    sarifReport(input),
    terminalReport(input, plain),
    JSON.stringify(input.verdict),
  ];
}

test('the same run gives the same bytes, whatever the order in which its parts came and the keys of its objects', async () => {
  const given = sample();
  const wanted = await reports(given);
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(1_000_000)), async (keys) => {
      const run = mixed(given.run, () => keys.next().value ?? 0);
      const { baseline } = given;
      const other: ReportInput = {
        ...given,
        run,
        verdict: gate(run, { compare: true, ...(baseline && { baseline }) }),
      };
      expect(await reports(other)).toEqual(wanted);
    }),
    { numRuns: 20 },
  );
});

test('what a live run alone knows does change the reports', async () => {
  const given = sample();
  const later = { ...given, run: { ...given.run, date: '2026-02-01' } };
  const [before, after] = [await reports(given), await reports(later)];
  expect(after.map((text, at) => text === before[at])).toEqual([false, true, false, true, false, true]);
});

function mixed(run: EvalRun, key: () => number): EvalRun {
  const shuffle = <Item>(items: readonly Item[]): readonly Item[] =>
    items
      .map((item) => ({ item, at: key() }))
      .toSorted((one, other) => one.at - other.at)
      .map(({ item }) => item);
  return {
    ...run,
    expected: shuffle(run.expected).map((one) => ({ ...one, metrics: shuffle(one.metrics) })),
    cases: shuffle(run.cases).map(({ repeats, ...one }) => ({
      repeats: shuffle(repeats).map(({ assertions, ...repeat }) => ({ assertions: shuffle(assertions), ...repeat })),
      ...one,
    })),
    traceability: shuffle(run.traceability),
    fills: shuffle(run.fills),
    errors: shuffle(run.errors),
  };
}
