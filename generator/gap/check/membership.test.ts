import { describe, expect, it } from 'vitest';
import { checkBody } from './check-body.ts';
import { contractOf } from './testing/contract.ts';

const CONTRACT = contractOf('tier', "export type TierInput = string;\nexport type TierOutput = 'gold' | 'silver';\n");

async function messages(top: string, test: string): Promise<readonly string[]> {
  const verdict = await checkBody(
    `${top}
function isTier(text: string): text is 'gold' | 'silver' {
  return ${test};
}
export function tier(input: TierInput): TierOutput {
  return isTier(input) ? input : 'gold';
}
`,
    CONTRACT,
  );
  return verdict.ok ? [] : verdict.problems.map(({ message }) => message);
}

const TABLE = 'const TABLE = { gold: 1, silver: 2 };';
const LIST = "const LIST = ['gold', 'silver'] as const;";
const UNPROVEN = "what 'x is T' claims does not follow from what the function returns";

describe('a claim that a test of membership shows', () => {
  it.each([
    [TABLE, 'text in TABLE'],
    [TABLE, 'Object.hasOwn(TABLE, text)'],
    [TABLE, 'Object.keys(TABLE).includes(text)'],
    [TABLE, 'text.length > 3 && (text in TABLE)'],
    ["const TABLE: Record<'gold' | 'silver', number> = { gold: 1, silver: 2 };", 'text in TABLE'],
    [LIST, '(LIST as readonly string[]).includes(text)'],
    [LIST, "LIST.includes(text as 'gold' | 'silver')"],
    [
      "const LIST = new Set<string>(['gold']) as ReadonlySet<string>;\nconst OTHER = new Set<'gold'>(['gold']);",
      "OTHER.has(text as 'gold') && LIST.has(text)",
    ],
  ])('is taken: %s %s', async (top, test) => {
    expect(await messages(top, test)).toEqual([]);
  });

  it.each([
    ['const TABLE = { gold: 1, silver: 2, other: 3 };', 'text in TABLE'],
    ['const TABLE: Record<string, number> = { gold: 1 };', 'text in TABLE'],
    ["const LIST = ['gold', 'other'] as const;", '(LIST as readonly string[]).includes(text)'],
    [LIST, '(LIST as readonly string[]).includes(text.trim())'],
    [LIST, '(LIST as readonly string[]).includes(text) || text === input'],
    [LIST, '!(LIST as readonly string[]).includes(text)'],
  ])('is refused where the test shows less: %s %s', async (top, test) => {
    expect(await messages(top, test)).toContain(UNPROVEN);
  });
});
