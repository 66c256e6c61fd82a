import { expect, test } from 'vitest';
import { gate } from '../gate/gate.ts';
import { gapAssertions } from '../lab/gap-assertions.ts';
import { junitReport } from '../report/junit.ts';
import { sarifReport } from '../report/sarif.ts';
import type { EvalRun } from '../results.ts';
import type { GapProblem } from '../../gap/problem.ts';
import { contractFixture, suiteFixture } from '../testing/lab-fixtures.ts';
import { makeRun } from '../testing/make-run.ts';
import type { TracePlace } from '../traceability/trace-row.ts';

const CONTRACT = contractFixture('priority');
const ID = 'shop/priority';
const ROW = { integration: 'shop', owner: 'priority', kind: 'gap', story: CONTRACT.rule, generated: [] } as const;
const at = (line: number): TracePlace => ({ file: 'shop.integration.yaml', line });

/** A run of one gap, whose one body has these problems. The note of its first and its third example names C1. */
function failing(...problems: readonly GapProblem[]): EvalRun {
  const [{ expected } = { expected: undefined }] = suiteFixture('priority');
  if (expected === undefined) throw new Error('the fixture has no gap');
  const run = makeRun([{ id: ID, passed: [false] }]);
  const assertions = gapAssertions(CONTRACT, problems);
  return {
    ...run,
    expected: [expected],
    cases: [{ id: ID, kind: 'gap', must: true, repeats: [{ repeat: 0, usage: {}, assertions }] }],
    traceability: [
      { ...ROW, criterion: 'rule', text: CONTRACT.rule, spec: at(7), metrics: [`${ID}#visible`, `${ID}#types`] },
      { ...ROW, criterion: 'C1', text: 'High from 1,000 on.', spec: at(31), metrics: [`${ID}#C1`] },
    ],
  };
}

const told = (run: EvalRun): unknown => gate(run, { compare: false }).problems[0];

test.each([
  ['an example that names a criterion', { check: 'visible', message: 'got low', example: 0 }, 'High from 1,000 on.'],
  ['a hidden one that does', { check: 'hidden', message: 'a hidden example fails', example: 2 }, 'High from 1,000 on.'],
  ['an example that names none', { check: 'visible', message: 'got high', example: 1 }, 'The priority of an order.'],
  ['what no example shows', { check: 'types', message: 'total is a number' }, 'The priority of an order.'],
] as const)(
  'the problem of a gap that failed %s names the criterion that this belongs to',
  (_what, problem, criterion) => {
    expect(told(failing(problem))).toMatchObject({ rule: 'must-never-passed', case: ID, criterion });
  },
);

test('the first failure decides, not a criterion that failed by another example', () => {
  const run = failing(
    { check: 'visible', message: 'got high', example: 1 },
    { check: 'hidden', message: 'the body has it', example: 2, line: 3 },
  );
  expect(told(run)).toMatchObject({ metric: `${ID}#visible`, criterion: 'The priority of an order.' });
});

test('JUnit and SARIF name the criterion, too, and SARIF shows its line', () => {
  const run = failing({ check: 'visible', message: 'got low', example: 0 });
  const input = { run, verdict: gate(run, { compare: false }) };
  expect(junitReport(input)).toContain('message="High from 1,000 on. — did not pass: example 1: got low"');
  const log: unknown = JSON.parse(sarifReport(input));
  expect(log).toMatchObject({
    runs: [
      {
        results: [
          {
            message: { text: `${ID}#visible: High from 1,000 on. — did not pass: example 1: got low` },
            locations: [{ physicalLocation: { region: { startLine: 31 } } }],
          },
        ],
      },
    ],
  });
});
