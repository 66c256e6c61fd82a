import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gate } from '../gate/gate.ts';
import type { EvalRun } from '../results.ts';
import { sample } from '../testing/sample.ts';
import { reportFiles } from './report-files.ts';
import type { ReportInput } from './view.ts';

test('the same run gives the same bytes, whatever the order in which its parts came and the keys of its objects', async () => {
  const given = sample();
  const wanted = await reportFiles(given);
  expect(wanted.map(({ name }) => name)).toEqual([
    'report.html',
    'junit.xml',
    'summary.md',
    'flowright.sarif',
    'verdict.json',
  ]);
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(1_000_000)), async (keys) => {
      const run = mixed(given.run, () => keys.next().value ?? 0);
      const { baseline } = given;
      const other: ReportInput = {
        ...given,
        run,
        verdict: gate(run, { compare: true, ...(baseline && { baseline }) }),
      };
      expect(await reportFiles(other)).toEqual(wanted);
    }),
    { numRuns: 20 },
  );
});

test('what a live run alone knows does change the reports', async () => {
  const given = sample();
  const later = { ...given, run: { ...given.run, date: '2026-02-01' } };
  const [before, after] = [await reportFiles(given), await reportFiles(later)];
  expect(after.map(({ text }, at) => text === before[at]?.text)).toEqual([false, true, false, true, true]);
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
