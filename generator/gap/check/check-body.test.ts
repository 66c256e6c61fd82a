import { describe, expect, it } from 'vitest';
import { formatFiles } from '../../format/format-files.ts';
import { checkBodies, checkBody } from './check-body.ts';
import { contractOf } from './testing/contract.ts';

const CONTRACT = contractOf(
  'tier',
  `export interface TierInput {
  readonly total: number;
  readonly names: readonly string[];
}

export type TierOutput = 'gold' | 'silver';
`,
);
const given = (statements: string): string =>
  `export function tier(input: TierInput): TierOutput {\n${statements}\n}\n`;

async function problems(code: string): Promise<string[]> {
  const verdict = await checkBody(code, CONTRACT);
  return verdict.ok
    ? []
    : verdict.problems.map(
        (one) => `${String(one.line)}:${String(one.column)} ${one.message} | ${one.fix ?? 'NO FIX'}`,
      );
}

async function file(code: string): Promise<string> {
  const verdict = await checkBody(code, CONTRACT);
  if (!verdict.ok) throw new Error(verdict.problems.map((one) => `${String(one.line)}: ${one.message}`).join('\n'));
  return verdict.file;
}

describe('a refused body', () => {
  it.each([
    [
      "return [...input.names].sort((a, b) => a.localeCompare(b))[0] === 'a' ? 'gold' : 'silver';",
      'a < b ? -1 : a > b ? 1 : 0',
    ],
    ["return input.names[0]?.toLocaleLowerCase() === 'a' ? 'gold' : 'silver';", 'toLowerCase()'],
    ["class Stack { items: string[] = []; }\n  return new Stack().items.length > 0 ? 'gold' : 'silver';", 'makeStack'],
  ])('is told once what to write instead: %s', async (statements, instead) => {
    const told = await problems(given(statements));
    expect(told).toEqual([expect.stringContaining(instead)]);
  });
});

describe('an accepted body', () => {
  it('makes a copy by Object.assign as a spread, on the same lines', async () => {
    const text = await file(
      given(`const made = Object.assign({}, input, { total: 1 });
  return made.total > 0 ? 'gold' : 'silver';`),
    );
    expect(text).toContain('const made = { ...input, ...{ total: 1 } };');
  });

  it('works a key out only where there is a list', async () => {
    const text = await file(
      given(`const found = input.names.find((name) => name !== '')?.split(' ');
  return found?.[found.length - 1] === 'x' ? 'gold' : 'silver';`),
    );
    expect(text).toContain('(found === undefined || found === null ? undefined : own(found, found.length - 1))');
  });

  it('becomes a file with the contract and hardened code', async () => {
    const code = given(`const counts: Record<string, number> = {};
  for (const name of input.names) counts[name] = (counts[name] ?? 0) + 1;
  return (counts['a'] ?? 0) > 1 ? 'gold' : 'silver';`);
    expect(await file(code)).toMatchInlineSnapshot(`
      "import { fuel, own, put } from '@flowright/runtime/logic';

      export interface TierInput {
        readonly total: number;
        readonly names: readonly string[];
      }

      export type TierOutput = 'gold' | 'silver';

      export function tier(input: TierInput): TierOutput {
        fuel.start();
        const counts: Record<string, number> = {};
        for (const name of input.names) {
          fuel.burn();
          put(counts, name, (own(counts, name) ?? 0) + 1);
        }
        return (counts['a'] ?? 0) > 1 ? 'gold' : 'silver';
      }
      "
    `);
  });

  it('is kept without the types of the contract, in one form', async () => {
    const code = `interface TierInput { total: number }\nexport type Rank = 'a';\nexport const tier = (input: TierInput): TierOutput => input.total > 1 ? "gold" : "silver"`;
    const verdict = await checkBody(code, CONTRACT);
    expect(verdict).toMatchObject({
      body: "type Rank = 'a';\nexport function tier(input: TierInput): TierOutput {\n  return input.total > 1 ? 'gold' : 'silver';\n}\n",
    });
    if (verdict.ok) expect(await checkBody(verdict.body, CONTRACT)).toEqual(verdict);
  });

  it('is not changed by the formatter', async () => {
    const text = await file(
      given("// why\n  /* a */ const a = 1 /* b */;\n\n\n  return a > input.total ? 'gold' : 'silver';"),
    );
    expect((await formatFiles([{ path: 'a.ts', text }])).files[0]?.text).toBe(text);
  });
});

describe('a refused body', () => {
  it('says all of its problems at once, each with its place and what to write instead', async () => {
    const code = given(
      "  console.log(new Date());\n  const key = input.names[0].length as any;\n  return Math.random() > 1 ? 'gold' : 'bronze';",
    );
    expect(await problems(code)).toMatchInlineSnapshot(`
      [
        "2:3 'console' is not known in a body | leave it out: a body writes nothing",
        "2:15 the present time is not allowed in a body | take the time from the input: a body knows only what it is given",
        "2:15 Expected 1 arguments, but got 0. | give as many arguments as the function takes",
        "3:15 Object is possibly 'undefined'. | test it first (if (x === undefined) …), give a default with ??, or read it into a const and test that",
        "3:40 'any' is not allowed in a body | use 'unknown' and check it with typeof, or name the type",
        "4:15 Property 'random' does not exist on type 'Math'. | take it from the input: a body knows only what it is given; for a spread-out choice, compute a hash of the input",
        "4:39 Type '"bronze"' is not assignable to type 'TierOutput'. | make the value fit the type; the contract's types are as they are given",
      ]
    `);
  });

  it('says what the signature has to be', async () => {
    expect(await problems('export function other(input: TierInput): TierOutput { return "gold"; }'))
      .toMatchInlineSnapshot(`
      [
        "1:1 only 'tier' may be exported | leave out 'export' here",
        "1:1 the function 'tier' is missing | write: export function tier(input: TierInput): TierOutput { … }",
      ]
    `);
    expect(await problems('export function tier(input: TierInput): string { return "gold"; }')).toMatchInlineSnapshot(`
      [
        "1:1 'tier' does not have the signature of its contract | write: export function tier(input: TierInput): TierOutput { … }",
      ]
    `);
    expect(await problems('')).toMatchInlineSnapshot(`
      [
        "1:1 the function 'tier' is missing | write: export function tier(input: TierInput): TierOutput { … }",
      ]
    `);
  });
});

it('many bodies are checked as each by itself', async () => {
  const codes = [
    given("return 'gold';"),
    given("return 'none';"),
    '}',
    given("return input.total > 1 ? 'gold' : 'silver';"),
  ];
  const together = await checkBodies(codes.map((code) => ({ code, contract: CONTRACT })));
  const alone = await Promise.all(codes.map((code) => checkBody(code, CONTRACT)));
  expect(together).toEqual(alone);
  expect(together.map((one) => one.ok)).toEqual([true, false, false, true]);
});

describe('a body that is checked with others', () => {
  it('gets nothing from what another one declares for all', async () => {
    const uses = given("const list: readonly string[] = [];\n  return list.leak === 1 ? 'gold' : 'silver';");
    const declares = `declare global { interface ReadonlyArray<T> { leak: number } }\n${given("return 'gold';")}`;
    const [verdict] = await checkBodies([uses, declares].map((code) => ({ code, contract: CONTRACT })));
    expect(verdict).toEqual(await checkBody(uses, CONTRACT));
    expect(verdict?.ok).toBe(false);
  });

  it('burns fuel where what it walks can grow, and begins with a full tank', async () => {
    expect(
      await file(given("const seen = new Set([1]);\n  seen.forEach((n) => seen.add(n + 1));\n  return 'gold';")),
    ).toContain('=> (fuel.burn(), seen.add(n + 1))');
    const defaults = `const count = (): number => 1;
export function tier({ total = count() }: TierInput): TierOutput {
  return total > 1 ? 'gold' : 'silver';
}
`;
    expect(await file(defaults)).toContain('fuel.start();\n  return tierOf(input);');
  });
});
