import { accept } from '../baseline/accept.ts';
import { gate } from '../gate/gate.ts';
import type { ReportInput } from '../report/view.ts';
import type { EvalRun } from '../results.ts';
import { changeRepeats, makeRun, type MadeCase } from './make-run.ts';

/** A made-up run with something of everything that a report has to show, and its baseline. */
export function sample(): ReportInput {
  const before = sampleRun([5, 5, 4, 5, 5, 5]);
  const reason = 'the first that fills every gap';
  const baseline = accept(
    { ...before, promptFiles: [{ file: FILE, text: 'Write {{functionName}}.\nKeep to the rule.\n' }] },
    { reason, date: '2026-01-31' },
  );
  const after: EvalRun = {
    ...changeRepeats(sampleRun([5, 0, 3, 5, 5, 2]), 'shop/totals', (repeat) =>
      repeat.repeat === 4
        ? { ...repeat, assertions: [], error: { kind: 'provider', message: 'the model was overloaded (529)' } }
        : repeat,
    ),
    budget: 2,
    diagnostics: [
      {
        code: 'FR2006',
        severity: 'warning',
        message: 'the model Refund is not used',
        place: { file: SPEC, line: 12, column: 3, endLine: 12, endColumn: 9 },
      },
    ],
  };
  const newer = after.cases.map((one, at) =>
    at === 0
      ? { ...one, repeats: one.repeats.map((each) => ({ ...each, body: each.body?.replace('> 500', '>= 500') ?? '' })) }
      : one,
  );
  return { run: { ...after, cases: newer }, baseline, verdict: gate(after, { compare: true, baseline }) };
}

const SPEC = 'spec/shop/shop.integration.yaml';
const FILE = 'prompts/fill/v1/fill.hbs';

function sampleRun(passed: readonly number[]): EvalRun {
  const [tier, paid, rubric, totals, region, greeting] = passed;
  const repeats = (count = 0): readonly boolean[] => Array.from({ length: 5 }, (_, at) => at < count);
  const made: readonly MadeCase[] = [
    { id: 'shop/tier', text: 'Orders above 500 are gold, above 100 silver, all others bronze.', passed: repeats(tier) },
    {
      id: 'shop/orderPaid#AC1',
      kind: 'criterion',
      text: 'A paid order creates the contact once, however often it is delivered.',
      passed: repeats(paid),
      reason: 'expected 1 call of createContact, got 2',
    },
    {
      id: 'shop/greeting#C1',
      kind: 'rubric',
      must: false,
      text: 'The greeting is friendly and names no price.',
      passed: repeats(rubric),
      reason: 'names the price',
    },
    { id: 'shop/totals', text: 'The total is the sum of the lines.', passed: repeats(totals) },
    { id: 'shop/region', text: 'The region of a postal code.', passed: repeats(region) },
    {
      id: 'shop/greeting',
      text: 'A greeting for the customer.',
      passed: repeats(greeting),
      reason: 'example 2: expected "Hello Ines", got "Hello undefined"',
    },
  ];
  const place = (line: number, name: string): { file: string; line: number; name: string } => ({
    file: SPEC,
    line,
    name,
  });
  const row = {
    integration: 'shop',
    owner: 'orderPaid',
    kind: 'workflow',
    story: 'As a seller I want each paid order in the CRM, so that nobody types it in.',
  } as const;
  const generated = [{ file: 'out/shop/src/workflows/order-paid.ts', line: 14, name: 'orderPaid' }];
  return makeRun(made, {
    grader: 'unspecified',
    promptFiles: [
      {
        file: FILE,
        text: 'Write {{functionName}}.\nKeep to the rule, and to nothing else.\nAnswer with one block of code.\n',
      },
    ],
    traceability: [
      {
        ...row,
        criterion: 'AC1',
        text: 'A paid order creates the contact once, however often it is delivered.',
        spec: place(88, 'AC1'),
        generated,
        test: { file: 'out/shop/test/order-paid.test.ts', line: 7 },
        metrics: ['shop/orderPaid#AC1#visible'],
      },
      {
        ...row,
        criterion: 'AC2',
        text: 'Nobody is written to twice a day.',
        spec: place(97, 'AC2'),
        generated,
        metrics: [],
      },
      {
        integration: 'shop',
        owner: 'tier',
        kind: 'gap',
        story: 'Orders above 500 are gold, above 100 silver, all others bronze.',
        criterion: 'C1',
        text: 'The limits belong to the lower tier.',
        spec: place(41, 'tier'),
        generated: [{ file: 'out/shop/src/logic/tier.ts', line: 12, name: 'tier' }],
        metrics: ['shop/tier#visible'],
      },
      {
        integration: 'shop',
        owner: 'totals',
        kind: 'gap',
        story: 'The total is the sum of the lines.',
        criterion: 'C1',
        text: 'No lines: 0.',
        spec: place(52, 'totals'),
        generated: [{ file: 'out/shop/src/logic/totals.ts', line: 9, name: 'totals' }],
        metrics: ['shop/totals#visible'],
      },
    ],
  });
}

/** The same with texts that want to be markup, escape sequences, mentions and marks of direction in every report. */
export function hostile(text: string = HOSTILE, given: ReportInput = sample()): ReportInput {
  const run: EvalRun = {
    ...given.run,
    model: text,
    expected: given.run.expected.map((one) => ({ ...one, text })),
    cases: given.run.cases.map((one) => ({
      ...one,
      repeats: one.repeats.map((repeat) => ({
        ...repeat,
        body: text,
        ...(repeat.error !== undefined && { error: { ...repeat.error, message: text } }),
        assertions: repeat.assertions.map((assertion) =>
          assertion.passed ? assertion : { ...assertion, reason: text },
        ),
      })),
    })),
    promptFiles: [{ file: text, text }],
    diagnostics: given.run.diagnostics.map((one) => ({ ...one, message: text })),
    traceability: given.run.traceability.map((one) => ({
      ...one,
      text,
      story: text,
      spec: { ...one.spec, file: text, name: text },
    })),
  };
  return {
    run,
    ...(given.baseline !== undefined && { baseline: given.baseline }),
    verdict: gate(run, { compare: true, ...(given.baseline !== undefined && { baseline: given.baseline }) }),
  };
}

export const HOSTILE =
  '</script><script>alert(1)</script>"><img src=x onerror=alert(1)> ]]> -->\n| ![x](https://x.example) @somebody ${process.env} {{{x}}} \u001B[31m\u0000\u202E\uD800 `a` &amp;';
