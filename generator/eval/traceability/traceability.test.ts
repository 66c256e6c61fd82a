import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { GAPPED, specFolder } from '../../cli/testing/small-specs.ts';
import { repository } from '../../testing/repository.ts';
import { checkBody } from '../../gap/check/check-body.ts';
import { loadSubject } from '../subject/load-subject.ts';
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

test('every row of every example leads to lines and cases that are what they are said to be', async () => {
  const { integrations, suite, traceability } = await loadSubject(['spec/examples'], {
    cwd: repository,
    out: 'out',
    judge: checkBody,
  });
  const texts = new Map<string, readonly string[]>();
  const lineOf = async (file: string, line: number): Promise<string> => {
    const lines = texts.get(file) ?? (await readFile(path.join(repository, file), 'utf8')).split('\n');
    texts.set(file, lines);
    return lines[line - 1] ?? '';
  };
  const metrics = new Set(suite.flatMap(({ expected }) => expected.metrics.map(({ metric }) => metric)));
  expect(new Set(traceability.map((one) => one.integration)).size).toBe(
    integrations.filter(({ plan, contracts }) => plan.tests.files.length + contracts.length > 0).length,
  );
  const wrong: string[] = [];
  for (const {
    integration,
    owner,
    kind,
    criterion,
    text,
    spec,
    generated,
    test: tested,
    metrics: own,
  } of traceability) {
    const name = `${integration}/${owner}#${criterion}`;
    const expected = (holds: boolean, what: string): void => void (holds || wrong.push(`${name}: ${what}`));
    const written = await lineOf(spec.file, spec.line);
    if (kind === 'workflow') expected(written.includes(criterion), `${spec.file}:${String(spec.line)} is '${written}'`);
    else if (criterion !== 'rule')
      expected(
        written.includes(text.slice(0, 20)) || written.includes('criteria:') || written.trim().startsWith('rule:'),
        `${spec.file}:${String(spec.line)} is '${written}'`,
      );
    expected(generated.length > 0, 'nothing is generated of it');
    for (const { file, line, name: symbol = '' } of generated)
      expected(
        new RegExp(String.raw`^export (?:async )?(?:function|const) ${symbol}\b`).test(await lineOf(file, line)),
        `${file}:${String(line)} does not export ${symbol}`,
      );
    if (tested !== undefined) {
      const line = await lineOf(tested.file, tested.line);
      expected(
        new RegExp(String.raw`^test(?:\.todo)?\(\s*['"\`]${criterion}: `).test(line) || line === 'test(',
        `its test is '${line}'`,
      );
      if (line === 'test(')
        expected((await lineOf(tested.file, tested.line + 1)).includes(`${criterion}: `), 'its test is another one');
    }
    for (const metric of own) expected(metrics.has(metric), `no case asserts ${metric}`);
  }
  expect(wrong).toEqual([]);
  // And every assertion of the suite that is a criterion of a workflow is in the table.
  const told = new Set(traceability.flatMap((one) => one.metrics));
  expect([...metrics].filter((one) => /#AC\d+$/.test(one) && !told.has(one))).toEqual([]);
}, 120_000);

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
const states = (run: ReturnType<typeof makeRun>): readonly unknown[] => resultsOf(run).rows.map(({ result }) => result);

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
    { state: 'not verified', reason: 'nothing checks it: no example names it, and it is no condition' },
    { state: 'not verified', reason: 'shop/gone#visible did not run 5 times' },
  ]);
});

test('what the filter is not for is left out, and neither verified nor not', () => {
  const whole = makeRun(cases([5, 5]), {
    traceability: [
      row(['shop/gap0#visible']),
      row([]),
      row(['shop/gap1#visible']),
      { ...row([]), owner: 'orderPaid', kind: 'workflow', criterion: 'AC2' },
    ],
  });
  const of = (filter: string): unknown => {
    const expected = whole.expected.filter(({ id }) => id.includes(filter));
    const ids = new Set(expected.map(({ id }) => id));
    const { rows, leftOut } = resultsOf({
      ...whole,
      filter,
      expected,
      cases: whole.cases.filter(({ id }) => ids.has(id)),
    });
    return [rows.map(({ owner, criterion, result }) => `${owner}#${criterion} ${result.state}`), leftOut];
  };
  expect(of('shop/gap0')).toEqual([['gap0#C1 passed', 'gap0#C1 not verified'], 2]);
  expect(of('paid#ac')).toEqual([['orderPaid#AC2 not verified'], 3]);
  expect(of('gone')).toEqual([[], 4]);
  expect(resultsOf(whole)).toMatchObject({ leftOut: 0, rows: { length: 4 } });
});
