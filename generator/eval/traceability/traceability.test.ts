import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { GAPPED, specFolder } from '../../cli/testing/small-specs.ts';
import { repository } from '../../testing/repository.ts';
import { loadIntegrations } from '../subject/load-integrations.ts';
import { cases, changeRepeats, makeRun } from '../testing/make-run.ts';
import { resultsOf } from './result-of.ts';
import type { TraceRow } from './trace-row.ts';
import { traceabilityOf } from './traceability-of.ts';

test('each criterion of an example leads to lines that say what they are said to', async () => {
  const { integrations } = await loadIntegrations(['spec/examples/shopify-hubspot'], repository);
  const rows = integrations.flatMap((one) => traceabilityOf(one));
  const lineOf = async (file: string, line: number): Promise<string> =>
    (await readFile(path.join(repository, file), 'utf8')).split('\n')[line - 1] ?? '';
  expect(rows.length).toBeGreaterThanOrEqual(10);
  for (const { kind, criterion, spec, generated, test: tested } of rows.filter(({ owner }) => owner === 'orderPaid')) {
    expect(kind).toBe('workflow');
    expect(await lineOf(spec.file, spec.line)).toContain(criterion);
    const [first] = generated;
    expect(await lineOf(first?.file ?? '', first?.line ?? 0)).toContain('export async function orderPaid(');
    if (tested !== undefined)
      expect(await lineOf(tested.file, tested.line)).toMatch(new RegExp(`^test\\(['"]${criterion}: `));
  }
  expect(rows.find(({ criterion }) => criterion === 'AC1')).toMatchObject({
    metrics: ['shopify-hubspot/orderPaid#AC1'],
  });
  expect(rows.every(({ story }) => story.length > 10)).toBe(true);
}, 60_000);

test("a gap's rule is checked by all that is asserted of its body, a criterion where an example names it or it is a condition, and workflows name it", async () => {
  const spec = GAPPED.replace(
    'output: string }',
    "output: string,\n  criteria: [\n  'An address is enough.',\n  'Never empty.', { text: 'An address.', holds: output.length > 0 }],\n  examples: [{ in: { email: x@a.example }, out: a, note: C1 }] }",
  ).concat(
    '    userStories: [{ as: a seller, want: good leads first, so: nobody waits }]\n    acceptanceCriteria: [{ id: AC1, text: Sales is happy. }]\n',
  );
  await using folder = await specFolder({ small: spec });
  const { integrations, diagnostics } = await loadIntegrations(['.'], folder.path);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const rows = integrations.flatMap((one) => traceabilityOf(one));
  const lines = spec.split('\n');
  expect(rows).toMatchObject([
    {
      owner: 'ask',
      criterion: 'AC1',
      story: 'As a seller, I want good leads first, so that nobody waits.',
      generated: [{ file: 'out/small/src/workflows/ask.ts' }, { file: 'out/small/src/logic/grade.ts', name: 'grade' }],
      metrics: [],
    },
    {
      owner: 'grade',
      criterion: 'rule',
      story: 'How good is it?',
      metrics: expect.arrayContaining(['small/grade#visible', 'small/grade#hidden']) as unknown,
    },
    {
      owner: 'grade',
      criterion: 'C1',
      text: 'An address is enough.',
      metrics: ['small/grade#C1'],
      spec: { line: lines.findIndex((line) => line.includes('An address')) + 1 },
    },
    { owner: 'grade', criterion: 'C2', text: 'Never empty.', metrics: [] },
    { owner: 'grade', criterion: 'C3', text: 'An address.', metrics: ['small/grade#C3'] },
  ]);
  expect(rows[0]?.test).toBeUndefined();
}, 60_000);

const row = (metrics: readonly string[]): TraceRow => ({
  integration: 'shop',
  owner: 'gap0',
  kind: 'gap',
  story: 'Orders are sorted.',
  criterion: 'C1',
  text: 'Large ones first.',
  spec: { file: 'shop.yaml', line: 3 },
  generated: [],
  metrics,
});
const states = (run: ReturnType<typeof makeRun>): readonly unknown[] => resultsOf(run).map(({ result }) => result);

test('passed is what ran in every repeat and passed in each of them, and nothing else', () => {
  const traceability = [row(['shop/gap0#visible'])];
  const of = (passed: number): ReturnType<typeof makeRun> => makeRun(cases([passed]), { traceability });
  expect(states(of(5))).toEqual([{ state: 'passed', passed: 5, repeats: 5 }]);
  expect(states(of(4))).toEqual([{ state: 'failed', passed: 4, repeats: 5, reason: 'expected 3, got 4' }]);
  const fewer = { ...of(5), cases: of(5).cases.map((one) => ({ ...one, repeats: one.repeats.slice(1) })) };
  expect(states(fewer)).toMatchObject([{ state: 'not verified', reason: 'shop/gap0#visible did not run 5 times' }]);
  const broken = changeRepeats(of(5), 'shop/gap0', (one) =>
    one.repeat === 0 ? { ...one, error: { kind: 'provider', message: 'overloaded' } } : one,
  );
  expect(states(broken)).toMatchObject([{ state: 'not verified', reason: 'overloaded' }]);
  expect(states({ ...of(5), cases: [] })).toMatchObject([{ state: 'not verified' }]);
});

test('of several assertions all have to pass in the same repeats; none is not verified, nor is one that nobody knows', () => {
  const run = makeRun(cases([5, 3]), {
    traceability: [
      row(['shop/gap0#visible', 'shop/gap1#visible']),
      row([]),
      row(['shop/gap0#visible', 'shop/gone#visible']),
    ],
  });
  expect(states(run)).toMatchObject([
    { state: 'failed', passed: 3 },
    { state: 'not verified', reason: 'nothing checks it: no example names it' },
    { state: 'not verified', reason: 'shop/gone#visible did not run 5 times' },
  ]);
});
