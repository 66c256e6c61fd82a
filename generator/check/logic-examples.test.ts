import { expect, test } from 'vitest';
import { problemsOf } from './testing/check-text.ts';
import { mappingText } from './testing/spec-text.ts';

/** What is wrong with examples of a gap from `{ total, tags? }` to a word or null. */
async function found(...examples: readonly string[]): Promise<readonly string[]> {
  const input = "{ total: number, 'tags?': [string], 'buyer?': Buyer }";
  const text = mappingText(input, "{ level: \"'low' | 'high' | null\" }", ['{ to: level, logic: priority }'], {
    models: { Buyer: '{ fields: { name: string } }' },
    logic: `priority:\n  rule: R.\n  input: ${input}\n  output: "'low' | 'high' | null"\n  examples:\n${examples.map((one) => `    - ${one}\n`).join('')}`,
  });
  return await problemsOf(text);
}

test('examples that fit are fine, and may leave out what may be missing', async () => {
  expect(
    await found(
      '{ in: { total: 1 }, out: low }',
      '{ in: { total: 2.5, tags: [a], buyer: { name: B } }, out: high, hidden: true }',
      '{ in: { total: 3 }, out: null }',
    ),
  ).toEqual([]);
});

test.each([
  ['{ in: {}, out: low }', "FR7001 [{}] the example's input has no 'total'"],
  ['{ in: { total: "1" }, out: low }', `FR7001 ["1"] the example's input at total is "1", not number`],
  ['{ in: { total: 1, tags: [a, 2] }, out: low }', "FR7001 [2] the example's input at tags[1] is 2, not string"],
  [
    '{ in: { total: 1, buyer: { name: 3 } }, out: low }',
    "FR7001 [3] the example's input at buyer.name is 3, not string",
  ],
  [
    '{ in: { total: 1, tag: [] }, out: low }',
    "FR7001 [tag] the example's input at tag is no field of its type; did you mean 'tags'?",
  ],
  ['{ in: { total: 1 }, out: middle }', `FR7001 [middle] the example's output is "middle", not "low" | "high" or null`],
])('an example has to fit: %s', async (example, message) => {
  const told = await found(example);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(message);
});

test('one input has one output, whatever the order of its keys', async () => {
  const told = await found('{ in: { total: 1, tags: [] }, out: low }', '{ in: { tags: [], total: 1 }, out: high }');
  expect(told).toEqual([
    expect.stringContaining('FR7002 [high] the same input gives "high" here and "low" in example 1'),
  ]);
  expect(await found('{ in: { total: 1 }, out: low }', '{ in: { total: 1 }, out: low }')).toEqual([]);
});

test('examples of a rule in a row are checked at their place', async () => {
  const row = '{ to: level, rule: Big is high., with: { total: total }, examples: [{ in: { total: x }, out: low }] }';
  const told = await problemsOf(mappingText('{ total: number }', "{ level: \"'low' | 'high'\" }", [row]));
  expect(told).toEqual([expect.stringContaining(`FR7001 [x] the example's input at total is "x", not number`)]);
});
