import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GapContract, GapExample } from '../contract/contract.ts';
import { GAP_CHECKS, type GapProblem } from '../problem.ts';
import { renderFill } from './render-fill.ts';
import { renderRepair } from './render-repair.ts';
import { gradeContract } from './testing/grade-contract.ts';
import { ownPrompts } from './testing/own-prompts.ts';

const prompts = await ownPrompts();

/** A word that occurs in nothing but hidden examples. */
const SECRET = 'xq7HiddenValue';
const secret = fc.nat().map((number) => `${SECRET}${number}`);
const plain = fc.string({ maxLength: 20 }).filter((text) => !text.includes(SECRET));

/** JSON of any depth with at least one such word, as a key or a value. */
const secretData: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  data: fc.oneof({ depthSize: 'small' }, secret, tie('list'), tie('record'), tie('keyed')),
  list: fc.tuple(fc.jsonValue(), tie('data')),
  record: fc.tuple(plain, tie('data')).map(([key, value]) => ({ [key]: value })),
  keyed: fc.tuple(secret, fc.jsonValue()).map(([key, value]) => ({ [key]: value })),
})).data;

const hidden = fc.record({ in: secretData, out: secretData, hidden: fc.constant(true), note: secret });
const visible = fc.record({ in: fc.jsonValue(), out: fc.jsonValue(), hidden: fc.constant(false), note: plain });
const contracts = fc
  .record({
    rule: plain,
    description: plain,
    criteria: fc.array(plain, { maxLength: 3 }),
    examples: fc.array(fc.oneof<fc.Arbitrary<GapExample>[]>(hidden, visible), { minLength: 1, maxLength: 6 }),
  })
  .map((parts): GapContract => gradeContract(parts));

/** Problems as a trial could report them, those of hidden examples with all they must not tell. */
function problemsOf({ examples }: GapContract): fc.Arbitrary<readonly GapProblem[]> {
  const one = fc.nat({ max: examples.length - 1 }).chain((example): fc.Arbitrary<GapProblem> => {
    const is = examples[example]?.hidden === true;
    const words = is
      ? `expected ${JSON.stringify(examples[example]?.out)} of ${JSON.stringify(examples[example]?.in)}`
      : 'wrong';
    return fc.record({
      check: fc.constantFrom(...GAP_CHECKS),
      message: fc.constant(words),
      fix: fc.constant(words),
      example: fc.constant(example),
    });
  });
  const told = secret.map((text): GapProblem => ({
    check: 'hidden',
    message: `example ${text} fails`,
    fix: text,
    line: 3,
  }));
  return fc.array(fc.oneof(one, told), { minLength: 1, maxLength: 5 });
}

it('shows nothing of a hidden example in a prompt or in a repair', () => {
  fc.assert(
    fc.property(
      contracts.chain((contract) => fc.tuple(fc.constant(contract), problemsOf(contract))),
      ([contract, problems]) => {
        const reply = '```ts\nexport function grade() {}\n```';
        const shown = JSON.stringify([
          renderFill(prompts, contract),
          renderRepair(prompts, contract, [], { reply, problems }),
        ]);
        expect(shown).not.toContain(SECRET);
        const visibleOnes = contract.examples.filter((example) => !example.hidden).length;
        expect(renderFill(prompts, contract).turns[0]?.content.match(/^\d+\. .* → /gm)?.length ?? 0).toBe(visibleOnes);
      },
    ),
  );
});

it('tells of hidden failures once, and of no place', () => {
  const problems: GapProblem[] = [
    { check: 'hidden', message: 'example 2: 31415926 gives b', example: 1 },
    { check: 'hidden', message: 'another', line: 9 },
    { check: 'totality', message: 'a text is empty' },
  ];
  const content = renderRepair(prompts, gradeContract(), [], { reply: 'x', problems }).turns[2]?.content ?? '';
  expect(content.match(/^- .*$/gm)).toEqual(['- a text is empty', '- a hidden example fails']);
});
