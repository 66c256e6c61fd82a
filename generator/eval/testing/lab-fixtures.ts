import type { GapContract } from '../../gap/contract/contract.ts';
import type { FillReply, Judged } from '../../gap/fill/fill-parts.ts';
import { GAP_CHECKS, type GapCheck } from '../../gap/problem.ts';
import type { ModelAnswer, ModelRequest } from '../../gap/provider/provider.ts';
import type { LabParts } from '../lab/lab-parts.ts';
import { suiteOf } from '../suite/suite-of.ts';
import type { SuiteCase } from '../suite/suite-case.ts';

const PLACE = { file: 'shop.integration.yaml', line: 7, column: 5, endLine: 7, endColumn: 12 };

/** A contract with two visible examples, which name its criteria, and a hidden one. */
export function contractFixture(gap: string, more: Partial<GapContract> = {}): GapContract {
  return {
    integration: 'shop',
    gap,
    functionName: gap,
    inputType: 'Input',
    outputType: 'Output',
    types: 'interface Input { readonly total: number }\ntype Output = string;\n',
    signature: `export function ${gap}(input: Input): Output`,
    rule: `The ${gap} of an order.`,
    criteria: ['High from 1,000 on.', 'Never empty.'],
    examples: [
      { in: { total: 1000 }, out: 'high', hidden: false, note: 'C1' },
      { in: { total: 1 }, out: 'low', hidden: false },
      { in: { total: 8642, note: 'to Gate 17' }, out: 'high', hidden: true, note: 'C1' },
    ],
    inputSchema: { type: 'object' },
    outputSchema: { type: 'string' },
    place: PLACE,
    ...more,
  };
}

/** An integration `shop` with the gaps that are named, and the criteria AC1 and, graded, AC2 of its workflow `order`. */
export function suiteFixture(...gaps: readonly string[]): readonly SuiteCase[] {
  const scenario = { given: { collections: [], faults: [] }, when: { kind: 'fire', times: 1 }, expect: [] } as const;
  return suiteOf([
    {
      name: 'shop',
      contracts: gaps.map((gap) => contractFixture(gap)),
      tests: {
        files: [
          {
            workflow: 'order',
            criteria: [
              { id: 'AC1', text: 'An order makes a deal.', place: PLACE, scenario },
              { id: 'AC2', text: 'The note is polite.', place: PLACE },
              { id: 'AC3', text: 'Sales is happy.', place: PLACE },
            ],
          },
        ],
      },
      rubrics: new Map([['order#AC2', 'Is the note polite?']]),
    },
  ]);
}

/**
 * Parts that need no model and no sandbox. A fixture of a reply is `ok`, or names the checks that it fails: `visible hidden`;
 * `missing` and `broken` are asks that fail. Each is the body, too.
 */
export function labFixture(replies: Readonly<Record<string, string>> = {}, more: Partial<LabParts> = {}): LabParts {
  return {
    model: 'fixture',
    maxTokens: 100,
    ask: (request) => Promise.resolve(answerFixture(request, replies)),
    render: ({ gap }) =>
      Promise.resolve({
        prompt: 'fill@v1',
        promptHash: 'hash',
        system: 'Fill {{gaps}}.',
        turns: [{ role: 'user', content: gap }],
      }),
    read: (text): FillReply =>
      text.startsWith('reply')
        ? { kind: 'problems', problems: [{ check: 'reply', message: 'there is no block of code' }] }
        : { kind: 'code', code: text },
    judge: (code) => Promise.resolve(judgedFixture(code)),
    runWorkflows: (runs) =>
      Promise.resolve(
        runs.map(({ fills }) => {
          const passed = [...fills.values()].every((text) => text.includes('ok'));
          return new Map([
            ['order#AC1', { passed, ...(!passed && { reason: 'expected high, received low' }) }],
            ['order#AC2', { passed, transcript: 'createNote: Dear customer' }],
          ]);
        }),
      ),
    grade: ({ transcript }) =>
      Promise.resolve({
        ok: true,
        passed: transcript.includes('Dear'),
        reason: 'it greets',
        usage: { input: 10, output: 2 },
      }),
    costOf: ({ input = 0, output = 0 }) => (input + output) / 1_000_000,
    errorOf: ({ code, message }) => ({ kind: code === 'FR7310' ? 'recording' : 'provider', message }),
    ...more,
  };
}

function answerFixture({ gap, repeat }: ModelRequest, replies: Readonly<Record<string, string>>): ModelAnswer {
  const text = replies[`${gap}.${String(repeat)}`] ?? replies[gap] ?? 'ok';
  const usage = { input: 100, output: 10 };
  if (text === 'missing')
    return { kind: 'failed', code: 'FR7310', message: `no reply of ${gap} is recorded`, usage: {}, fatal: false };
  if (text === 'broken') return { kind: 'failed', code: 'FR7304', message: 'the server fails', usage, fatal: false };
  return { kind: 'answered', text, stop: 'end', model: 'fixture', via: 'replay', usage, latency: 5 };
}

function judgedFixture(code: string): Judged {
  const failed = GAP_CHECKS.filter((check: GapCheck) => code.split(' ').includes(check));
  if (failed.length === 0) return { ok: true, body: code, file: `${code};\n` };
  return {
    ok: false,
    problems: failed.map((check) => ({
      check,
      message: `fails ${check}`,
      ...(check === 'visible' && { example: 0 }),
      ...(check === 'hidden' && { example: 2 }),
    })),
  };
}
