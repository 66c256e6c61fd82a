import { describe, expect, test } from 'vitest';
import { accept } from '../../generator/eval/baseline/accept.ts';
import { gate, type GateOptions } from '../../generator/eval/gate/gate.ts';
import type { LabParts } from '../../generator/eval/lab/lab-parts.ts';
import { openLab } from '../../generator/eval/lab/lab.ts';
import { testsOf } from '../../generator/eval/promptfoo/tests-of.ts';
import type { EvalRun } from '../../generator/eval/results.ts';
import { runEval, type EvalRequest, type EvalSubject } from '../../generator/eval/run-eval.ts';
import { labFixture, suiteFixture } from '../../generator/eval/testing/lab-fixtures.ts';
import { promptfooHere } from './testing/promptfoo.ts';

const promptfoo = promptfooHere();
const GAPS = Array.from({ length: 100 }, (_, at) => `gap${String(at + 1)}`);

interface Planted {
  /** Fixtures of replies, by the gap. */
  readonly replies?: Readonly<Record<string, string>>;
  readonly parts?: Partial<LabParts>;
  readonly request?: Partial<EvalRequest>;
  readonly subject?: Partial<EvalSubject>;
}

async function run({ replies = {}, parts = {}, request = {}, subject = {} }: Planted = {}): Promise<EvalRun> {
  return await runEval(
    promptfoo,
    { suite: suiteFixture(...GAPS), fills: [], diagnostics: [], traceability: [], ...subject },
    {
      prompt: 'fill@v1',
      promptHash: 'hash',
      promptFiles: [],
      model: 'fixture',
      grader: 'fixture-grader',
      mode: 'replay',
      repeats: 3,
      concurrency: 4,
      ...request,
    },
    labFixture(replies, parts),
  );
}

interface Said {
  readonly code: number;
  readonly problems: readonly string[];
}

async function verdictOf(planted: Planted, options: Partial<GateOptions> = {}): Promise<Said> {
  const baseline = accept(await run(), { reason: 'the first' });
  const { exitCode, problems } = gate(await run(planted), { compare: true, baseline, ...options });
  return {
    code: exitCode,
    problems: problems.map(({ rule, case: id = '', metric = '', reason }) => `${rule} ${id} ${metric}: ${reason}`),
  };
}

/** Replies of which every second one fails: a worse prompt. */
const WORSE = Object.fromEntries(
  GAPS.flatMap((gap, at) => (at % 4 === 0 ? [0, 1].map((repeat) => [`${gap}.${String(repeat)}`, 'visible']) : [])),
);

test('a run of which all passed is green, and measured in full', async () => {
  const { code, problems } = await verdictOf({});
  expect({ code, problems }).toEqual({ code: 0, problems: [] });
  const { cases, expected } = await run();
  expect(cases).toHaveLength(102);
  expect(expected).toHaveLength(102);
  expect(cases.every(({ repeats }) => repeats.length === 3)).toBe(true);
});

describe('turns the gate red, and names what it is:', () => {
  test('a worse prompt', async () => {
    const { code, problems } = await verdictOf({ replies: WORSE });
    expect(code).toBe(1);
    expect(problems.find((one) => one.startsWith('worse'))).toMatch(/the mean rate went from 100\.0 % to/);
    // A workflow whose body failed does not work either.
    expect(problems.some((one) => one.startsWith('must-'))).toBe(false);
  });

  test('one must-criterion that is broken, among a hundred that pass', async () => {
    const { code, problems } = await verdictOf({
      parts: {
        runWorkflows: (runs) =>
          Promise.resolve(
            runs.map(
              () =>
                new Map([
                  ['order#AC1', { passed: false, reason: 'expected 201, received 500' }],
                  ['order#AC2', { passed: true, transcript: 'Dear customer' }],
                ]),
            ),
          ),
      },
    });
    expect(code).toBe(1);
    expect(problems).toEqual([
      'must-lost shop/order#AC1 shop/order#AC1: passed 3 of 3 times in the baseline, and 0 of 3 now: expected 201, received 500',
    ]);
  });

  test('a recording that is missing', async () => {
    const { code, problems } = await verdictOf({ replies: { gap7: 'missing' } });
    expect(code).toBe(3);
    expect(problems).toContain(
      'missing-recording shop/gap7 : repeat 1: no reply of gap7 is recorded; in 3 of 3 repeats',
    );
  });

  test('a provider that fails', async () => {
    const { code, problems } = await verdictOf({ replies: { gap7: 'broken' } });
    expect(code).toBe(3);
    expect(problems).toContain('provider-error shop/gap7 : repeat 1: the server fails; in 3 of 3 repeats');
  });

  test('a filter that matches nothing', async () => {
    const { code, problems } = await verdictOf({ request: { filter: 'nothing has this' } });
    expect(code).toBe(2);
    expect(problems).toEqual(["empty  : no case matches 'nothing has this'"]);
  });

  test('an assertion that is misspelled', async () => {
    const suite = suiteFixture('gap1');
    const lab = openLab({ all: suite, measured: suite, repeats: 3 }, labFixture());
    const tests = testsOf(suite, 3, lab).map((one) => ({
      ...one,
      assert: one.assert.map((made) => (made.metric === 'shop/gap1#hidden' ? { ...made, type: 'javascrpt' } : made)),
    }));
    const { code, problems } = await verdictOf({ request: { tests }, subject: { suite } }, { compare: false });
    expect(code).toBe(2);
    expect(problems).toContain(
      "configuration-error  : shop/gap1#hidden is an assertion of the type 'javascrpt', which there is not; did you mean 'javascript'?",
    );
  });

  test('a metric that is misspelled', async () => {
    const suite = suiteFixture(...GAPS);
    const lab = openLab({ all: suite, measured: suite, repeats: 3 }, labFixture());
    const tests = testsOf(suite, 3, lab).map((one) => ({
      ...one,
      assert: one.assert.map((made) =>
        made.metric === 'shop/gap1#hidden' ? { ...made, metric: 'shop/gap1#hiden' } : made,
      ),
    }));
    const { code, problems } = await verdictOf({ request: { tests } });
    expect(code).toBe(2);
    expect(problems).toContain(
      "unknown-metric shop/gap1 shop/gap1#hiden: no spec has this assertion; did you mean 'shop/gap1#hidden'?",
    );
    expect(problems).toContain('missing-metric shop/gap1 shop/gap1#hidden: the assertion was not made in repeat 3');
  });

  test('a rule that was changed, and a fill that was not', async () => {
    const fills = [{ gap: 'shop/gap1', state: 'stale', file: 'shop.integration.yaml', line: 7 }] as const;
    const { code, problems } = await verdictOf({ subject: { fills } });
    expect(code).toBe(1);
    expect(problems).toEqual([
      'fill-state shop/gap1 : the committed fill is stale: its rule, types or examples were changed after it was filled (shop.integration.yaml:7); flowright gaps verify says more',
    ]);
  });

  test('a test that was deleted', async () => {
    const suite = suiteFixture(...GAPS).filter(({ expected }) => expected.id !== 'shop/order#AC1');
    const { code, problems } = await verdictOf({ subject: { suite } });
    expect(code).toBe(2);
    expect(problems).toEqual(['deleted-case shop/order#AC1 : the baseline has this case, the suite no longer does']);
  });

  test('a budget that is blown', async () => {
    const { code, problems } = await verdictOf({ request: { budget: 0.01 } });
    expect(code).toBe(3);
    expect(problems).toEqual(['budget  : the replies cost $0.03; the budget is $0.01']);
  });

  test('a grader that fails', async () => {
    const { code, problems } = await verdictOf({
      parts: {
        grade: () =>
          Promise.resolve({ ok: false, error: { kind: 'recording', message: 'no grade of AC2 is recorded' } }),
      },
    });
    expect(code).toBe(3);
    expect(problems[0]).toBe(
      'missing-recording shop/order#AC2 : repeat 1: no grade of AC2 is recorded; in 3 of 3 repeats',
    );
  });

  test('promptfoo, where it gives fewer results than there are cases', async () => {
    const half = {
      evaluate: async (...[suite, options]: Parameters<typeof promptfoo.evaluate>) =>
        await promptfoo.evaluate({ ...suite, tests: suite.tests.slice(0, 150) }, options),
    };
    const found = await runEval(
      half,
      { suite: suiteFixture(...GAPS), fills: [], diagnostics: [], traceability: [] },
      {
        prompt: 'fill@v1',
        promptHash: 'hash',
        promptFiles: [],
        model: 'fixture',
        mode: 'replay',
        repeats: 3,
        concurrency: 4,
      },
      labFixture(),
    );
    const { exitCode, problems } = gate(found, { compare: false });
    expect(exitCode).toBe(3);
    expect(problems[0]).toMatchObject({ rule: 'missing-repeat', reason: 'repeat 1 of 3 did not run' });
  });
});

test('two runs say the same, byte for byte', async () => {
  const text = async (): Promise<string> => JSON.stringify(gate(await run({ replies: WORSE }), { compare: false }));
  expect(await text()).toBe(await text());
});

test('braces in replies and prompts stay as they are', async () => {
  const found = await run({ replies: { gap1: "ok {{ env.HOME }} {% raw %} ${'$'}{1}" } });
  const one = found.cases.find(({ id }) => id === 'shop/gap1');
  expect(one?.repeats[0]?.body).toBe("ok {{ env.HOME }} {% raw %} ${'$'}{1}");
});
