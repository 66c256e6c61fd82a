import { describe, expect, it } from 'vitest';
import { checkBody } from '../check-body.ts';
import { contractOf } from '../testing/contract.ts';

/** The file of a body that looks a text up in a table, or what is wrong with it. */
async function madeOf(before: string, result: string): Promise<string> {
  const types = 'export type FillInput = string;\nexport type FillOutput = string;\n';
  const code = `${before}\nexport function fill(input: FillInput): FillOutput {\n  return ${result};\n}\n`;
  const verdict = await checkBody(code, contractOf('fill', types));
  return verdict.ok ? verdict.file : verdict.problems.map(({ message, fix }) => `${message}; ${fix ?? ''}`).join('\n');
}

const TABLE = "const NAMES = { lt: '<', gt: '>' } as const;";

describe('a text taken for a key of a table', () => {
  it('is only asked for, where the read has a default', async () => {
    expect(await madeOf(TABLE, 'NAMES[input as keyof typeof NAMES] ?? input')).toContain(
      'own(NAMES, input as keyof typeof NAMES) ?? input',
    );
  });

  it('is looked for among the keys, where the read has none', async () => {
    expect(await madeOf(TABLE, 'NAMES[input as keyof typeof NAMES]')).toContain("oneOf(input, ['gt', 'lt'])");
  });

  it.each([
    ['an annotation', "const WIDE = { lt: '<', other: 7 };\nconst NAMES: { lt: string } = WIDE;"],
    [
      'a spread',
      "const WIDE = { lt: '<', other: 7 };\nconst NARROW: { lt: string } = WIDE;\nconst NAMES = { ...NARROW };",
    ],
  ])('is looked for among the keys, where %s may hide some', async (_, table) => {
    expect(await madeOf(table, 'NAMES[input as keyof typeof NAMES] ?? input')).toContain('oneOf(input, [');
  });
});

describe('a cast that is refused', () => {
  it('to what the value is where it is there, is told to say only that', async () => {
    const pair = 'function first<T>(items: readonly T[]): T {\n  return items[0] as T;\n}';
    expect(await madeOf(pair, 'first([input])')).toContain('write value!');
  });
});

describe('an object', () => {
  it('may be read as a record of what is unknown, and as nothing more', async () => {
    const read = (type: string): string =>
      `function read(value: unknown): unknown {\n  return typeof value === 'object' && value !== null ? (value as ${type})['id'] : '';\n}`;
    expect(await madeOf(read('Record<string, unknown>'), 'JSON.stringify(read(JSON.parse(input))) + input')).toContain(
      'Record<string, unknown>',
    );
    expect(await madeOf(read('Record<string, string>'), 'JSON.stringify(read(JSON.parse(input))) + input')).toContain(
      "'as Record<string, string>' claims what TypeScript does not know",
    );
  });
});

describe('a type that only a cast names', () => {
  it('stays in the file, which is compiled without what is unused', async () => {
    const alias = "type Tier = 'gold' | 'silver';";
    expect(await madeOf(alias, 'input as Tier')).toContain("oneOf(input, ['gold', 'silver']) satisfies Tier");
    const list = "const TIERS = ['gold', 'silver'] as const;";
    expect(await madeOf(list, 'input as (typeof TIERS)[number]')).toContain('satisfies (typeof TIERS)[number]');
  });

  it('is left out where it is used elsewhere', async () => {
    const alias = "type Tier = 'gold' | 'silver';\nconst LOWEST: Tier = 'silver';";
    expect(await madeOf(alias, 'input === LOWEST ? LOWEST : (input as Tier)')).not.toContain('satisfies');
  });
});
