import { expect, test, vi } from 'vitest';
import type { Expression } from '../../expression/expression.ts';
import { BOOLEAN } from '../../expression/types.ts';
import type { GapProblem } from '../../gap/problem.ts';
import { gapMetrics } from '../suite/gap-metrics.ts';
import { contractFixture, labFixture, suiteFixture } from '../testing/lab-fixtures.ts';
import { gapAssertions } from './gap-assertions.ts';
import type { LabParts } from './lab-parts.ts';
import { openLab } from './lab.ts';

const suite = suiteFixture('priority', 'label');

/** What failed of each case, by its id. */
async function failures(
  replies: Readonly<Record<string, string>>,
  more: Partial<LabParts> = {},
): Promise<Readonly<Record<string, readonly string[]>>> {
  const lab = openLab({ all: suite, measured: suite, repeats: 1 }, labFixture(replies, more));
  const measured = await Promise.all(suite.map(async (one) => [one.expected.id, await lab.measure(one, 0)] as const));
  return Object.fromEntries(
    measured.map(([id, { assertions, error }]) => [
      id,
      error === undefined
        ? assertions.filter(({ passed }) => !passed).map(({ metric, reason }) => `${metric.split('#')[1]}: ${reason}`)
        : [`${error.kind}: ${error.message}`],
    ]),
  );
}

const FINE = { 'shop/priority': [], 'shop/label': [], 'shop/order#AC1': [], 'shop/order#AC2': [] };

test('bodies that pass are put into the workflows', async () => {
  expect(await failures({})).toEqual(FINE);
});

test('a check that was not reached has not passed', async () => {
  const { 'shop/priority': failed } = await failures({ priority: 'types' });
  expect(failed?.map((one) => one.split(':')[0])).toEqual([
    'types',
    'visible',
    'hidden',
    'totality',
    'determinism',
    'limits',
    'C1',
  ]);
  expect(failed?.[0]).toBe('types: fails types');
  expect(failed?.[1]).toBe("visible: not reached: the check 'types' failed");
});

test('a criterion of a gap fails with the examples that name it', async () => {
  expect(await failures({ priority: 'hidden' })).toEqual({
    ...FINE,
    'shop/priority': [
      'hidden: example 3: fails hidden',
      "determinism: not reached: the check 'hidden' failed",
      'C1: example 3: fails hidden',
    ],
  });
});

test('a criterion that is a condition, too, fails with the results that do not keep it', async () => {
  const condition: Expression = { kind: 'literal', value: true, type: BOOLEAN };
  const property = { criterion: 1, text: 'Never empty.', holds: "output != ''", condition };
  const contract = contractFixture('priority', { properties: [property] });
  expect(gapMetrics(contract).slice(-2)).toEqual([
    { metric: 'shop/priority#C1', must: false, criterion: contract.criteria[0] },
    { metric: 'shop/priority#C2', must: false, criterion: contract.criteria[1] },
  ]);
  const failed = (problems: readonly GapProblem[]): readonly string[] =>
    gapAssertions(contract, problems).flatMap(({ metric, passed, reason = '' }) =>
      passed ? [] : [`${metric.split('#')[1] ?? ''}: ${reason}`],
    );
  expect(failed([])).toEqual([]);
  expect(failed([{ check: 'criteria', message: 'the result "" does not keep it', criterion: 1 }])).toEqual([
    "hidden: not reached: the check 'criteria' failed",
    "determinism: not reached: the check 'criteria' failed",
    "C1: not reached: the check 'criteria' failed",
    'C2: the result "" does not keep it',
  ]);
  expect(failed([{ check: 'types', message: 'no' }]).at(-1)).toBe("C2: not reached: the check 'types' failed");
});

test('a body that fails is not put in place; the workflow says what then fails', async () => {
  const runs: (readonly string[])[] = [];
  await failures(
    { priority: 'visible' },
    {
      runWorkflows: (all) => {
        runs.push(...all.map(({ fills }) => [...fills.keys()]));
        return Promise.resolve(all.map(() => new Map()));
      },
    },
  );
  expect(runs).toEqual([['label']]);
});

test('without a reply nothing that needs it is measured', async () => {
  const without = 'recording: without a body of label nothing runs: no reply of label is recorded';
  expect(await failures({ label: 'missing' })).toEqual({
    'shop/priority': [],
    'shop/label': ['recording: no reply of label is recorded'],
    'shop/order#AC1': [without],
    'shop/order#AC2': [without],
  });
});

test('a body that has a hidden example in it was not tried', async () => {
  const problem = { check: 'hidden', message: 'this decides for one case', example: 2, line: 3 } as const;
  const { 'shop/priority': failed } = await failures(
    { label: 'label' },
    {
      judge: (code) =>
        Promise.resolve(code === 'label' ? { ok: true, body: code, file: 'ok' } : { ok: false, problems: [problem] }),
    },
  );
  expect(failed?.map((one) => one.split(':')[0])).toEqual([
    'visible',
    'hidden',
    'totality',
    'determinism',
    'limits',
    'C1',
  ]);
  expect(failed?.[1]).toBe('hidden: example 3: this decides for one case');
});

test('what throws is an error of the harness, and no pass', async () => {
  const found = await failures({}, { judge: () => Promise.reject(new Error('the sandbox is gone')) });
  expect(found['shop/priority']).toEqual(['harness: the sandbox is gone']);
  expect(found['shop/order#AC1']).toEqual(['harness: the sandbox is gone']);
});

test('a test that is missing is an error', async () => {
  const found = await failures({}, { runWorkflows: (all) => Promise.resolve(all.map(() => new Map())) });
  expect(found['shop/order#AC1']).toEqual(['harness: shop has no test of order AC1']);
});

test('what asks nobody costs nothing; a reply of an unknown price costs what nobody knows', async () => {
  const lab = openLab({ all: suite, measured: suite, repeats: 1 }, labFixture({}, { costOf: () => undefined }));
  const costs = await Promise.all(suite.map(async (one) => (await lab.measure(one, 0)).cost));
  expect(costs).toEqual([undefined, undefined, 0, undefined]);
});

test('all workflows run in one go, equal ones once; each reply is asked for once', async () => {
  const parts = labFixture({ 'priority.2': 'ok other' });
  const ask = vi.fn<LabParts['ask']>(parts.ask);
  const runWorkflows = vi.fn<LabParts['runWorkflows']>(parts.runWorkflows);
  const lab = openLab({ all: suite, measured: suite, repeats: 4 }, { ...parts, ask, runWorkflows });
  for (const repeat of [3, 2, 1, 0]) await Promise.all(suite.map((one) => lab.measure(one, repeat)));
  expect(runWorkflows).toHaveBeenCalledTimes(1);
  expect(runWorkflows.mock.calls[0]?.[0]).toHaveLength(2);
  expect(ask.mock.calls.map(([{ gap, repeat }]) => `${gap} ${repeat}`).toSorted()).toEqual(
    ['label', 'priority'].flatMap((gap) => [0, 1, 2, 3].map((repeat) => `${gap} ${repeat}`)),
  );
});
