import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFiles } from '../../format/format-files.ts';
import { checkBodies, checkBody } from './check-body.ts';
import * as logic from '../../../runtime/logic/index.ts';
import { callExport, outcomeOf, runCode } from '../../emit/testing/run-code.ts';
import { contractOf } from './testing/contract.ts';
import { corpus } from './testing/corpus.ts';
import { programs } from './testing/programs.ts';

const CONTRACT = contractOf(
  'fill',
  'export type FillInput = { readonly texts: readonly string[]; readonly numbers: readonly number[] };\nexport type FillOutput = string;\n',
);
const KEYS = ['a', 'b', 'constructor', '__proto__', 'toString', 'length', '0'];

function run(code: string, input: unknown): unknown {
  return outcomeOf(() => callExport(runCode(code, { logic }), 'fill', [input]));
}

test('hardening keeps what a body does', async () => {
  const inputs = fc.record({
    texts: fc.array(fc.constantFrom(...KEYS), { maxLength: 5 }),
    numbers: fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 5 }),
  });
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(programs(), { minLength: 1, maxLength: 8 }), inputs, async (statements, input) => {
      const body = `export function fill(input: FillInput): FillOutput {
  const record: Record<string, number> = {};
  const list: number[] = [...input.numbers];
  const groups: Record<string, string[]> = {};
  let at = 0;
  let key = 'a';
  ${statements.join('\n  ')}
  return JSON.stringify([Object.entries(record), list, Object.entries(groups), at, key]);
}
`;
      const verdict = await checkBody(body, CONTRACT);
      expect(verdict.ok ? [] : verdict.problems).toEqual([]);
      if (!verdict.ok) return;
      // What the language inherits is what hardening takes away: there, and only there, the two differ.
      const inherits = input.texts.some((text) => text in {});
      if (inherits) return;
      compared += 1;
      expect(run(verdict.file, input)).toEqual(run(body, input));
    }),
    { numRuns: 25 },
  );
  expect(compared).toBeGreaterThan(0);
});

test('a file is what the formatter makes of it, wherever its comments and lines are', async () => {
  const bodies = corpus('benign');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...bodies),
      fc.infiniteStream(fc.constantFrom('', '', '', ' ', '\n', ' // why\n', ' /* why */ ')),
      async (body, fillers) => {
        const pieces = body.code.split(/(?<=[;{}])(?=\n)/);
        const code = pieces.map((piece) => `${piece}${String(fillers.next().value)}`).join('');
        const verdict = await checkBody(code, body.contract);
        if (!verdict.ok) return;
        const files = [{ path: 'a.ts', text: verdict.file }];
        expect((await formatFiles(files)).files).toEqual(files);
      },
    ),
    { numRuns: 15 },
  );
});

test('any text gets a verdict', async () => {
  const bodies = [...corpus('benign'), ...corpus('hostile')];
  const cut = fc
    .tuple(fc.constantFrom(...bodies), fc.constantFrom(...bodies), fc.nat(400), fc.nat(400))
    .map(([a, b, from, to]) => a.code.slice(0, from) + b.code.slice(to));
  const dropped = fc
    .tuple(fc.constantFrom(...bodies), fc.nat(600), fc.string({ unit: 'binary', maxLength: 3 }))
    .map(([a, at, text]) => a.code.slice(0, at) + text + a.code.slice(at + 1));
  const texts = fc.oneof(cut, dropped, fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(fc.array(texts, { maxLength: 8 }), async (codes) => {
      const verdicts = await checkBodies(codes.map((code) => ({ code, contract: CONTRACT })));
      expect(verdicts).toHaveLength(codes.length);
      for (const verdict of verdicts) if (!verdict.ok) expect(verdict.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 15 },
  );
});

test.each([
  ['a megabyte', 'const a = 1;\n'.repeat(80_000)],
  [
    'brackets within brackets',
    `export function fill(input: FillInput): FillOutput { return ${'('.repeat(9_000)}''${')'.repeat(9_000)}; }`,
  ],
  ['lists within lists', `const a = ${'['.repeat(15_000)}${']'.repeat(15_000)};`],
  ['signs before signs', `const a = ${'!'.repeat(30_000)}1;`],
  ['a long sum', `const a = ${'1+'.repeat(15_000)}1;`],
  ['blocks within blocks', `${'{'.repeat(15_000)}${'}'.repeat(15_000)}`],
  ['choices within choices', `const a = ${'1?2:'.repeat(8_000)}3;`],
  ['a long chain', `const a = input${'.a'.repeat(15_000)};`],
  ['types within types', `type A = ${'Array<'.repeat(5_000)}1${'>'.repeat(5_000)};`],
  ['functions within functions', `const a = ${'()=>'.repeat(9_000)}1;`],
  ['templates within templates', `const a = ${'`${'.repeat(9_000)}1${'}`'.repeat(9_000)};`],
  [
    'a type without end',
    'interface A<T> { a: A<A<T>> }\ntype B = A<string>["a"]["a"]["a"]["a"]["a"];\nexport function fill(input: FillInput): FillOutput { return String(input); }',
  ],
])('%s is a problem, and no failure', async (_, code) => {
  const verdict = await checkBody(code, CONTRACT);
  expect(verdict).toMatchObject({
    ok: false,
    problems: [
      expect.objectContaining({ fix: expect.stringMatching(/\S/) }),
      ...(verdict.ok ? [] : verdict.problems.slice(1)),
    ],
  });
  const next = await checkBody(
    'export function fill(input: FillInput): FillOutput {\n  return input.texts.join();\n}\n',
    CONTRACT,
  );
  expect(next.ok).toBe(true);
});
