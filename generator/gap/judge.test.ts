import { afterAll, describe, expect, it } from 'vitest';
import { judge, judgeMany } from './judge.ts';
import { openSandbox } from './trial/sandbox/sandbox.ts';
import { dealContract, GOOD } from './trial/testing/contracts.ts';

const sandbox = openSandbox();
afterAll(() => sandbox.dispose());

const code = (body: string): string =>
  `export function dealPriority(input: DealPriorityInput): DealPriorityOutput {\n  ${body}\n}\n`;

describe('a judgement', () => {
  it('gives the file that was tried of a body that passes everything', async () => {
    const judgement = await judge(code(GOOD), dealContract(), sandbox);
    expect(judgement).toMatchObject({
      ok: true,
      body: expect.stringContaining('toUpperCase'),
      file: expect.stringContaining('DealPriorityInput'),
    });
  });

  it('of several stands in their order, whatever is wrong with any of them', async () => {
    const judgements = await judgeMany(
      [
        code(GOOD),
        code('return eval("1");'),
        code(GOOD.replace('>= 1000', '> 1000')),
        code(
          "if (input.total === 999.99 && input.tags[0] === 'wholesale buyer') return { priority: 'low', label: 'WHOLESALE BUYER' };\n  const [first] = input.tags;\n  return first === undefined ? { priority: 'low' } : { priority: 'high', label: first.toUpperCase() };",
        ),
        code(GOOD),
      ].map((one) => ({ code: one, contract: dealContract() })),
      sandbox,
    );
    expect(judgements.map((one) => (one.ok ? 'ok' : one.problems[0]?.check))).toEqual([
      'ok',
      'static',
      'visible',
      'hidden',
      'ok',
    ]);
  });
});
