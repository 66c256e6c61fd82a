import { expect, test } from 'vitest';
import { checkText, problemsOf } from './testing/check-text.ts';
import { mappingText } from './testing/spec-text.ts';

/** A gap from `{ total, tags? }` to a word, with one criterion. */
function specText(holds: string, ...examples: readonly string[]): string {
  const input = "{ total: number, 'tags?': [string] }";
  return mappingText(input, "{ level: \"'low' | 'high'\" }", ['{ to: level, logic: priority }'], {
    logic: `priority:\n  rule: R.\n  input: ${input}\n  output: "'low' | 'high'"\n  criteria:\n    - In words.\n    - { text: Small is low, holds: "${holds}" }\n  examples:\n${examples.map((one) => `    - ${one}\n`).join('')}`,
  });
}

const EXAMPLE = '{ in: { total: 1 }, out: low }';

test('a criterion is a condition over the inputs and the output, and keeps its words', async () => {
  const { checked, diagnostics } = await checkText(specText("total > 9 || output == 'low'", EXAMPLE));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(checked?.logic[0]).toMatchObject({
    criteria: ['In words.', 'Small is low'],
    properties: [{ criterion: 1, text: 'Small is low', holds: "total > 9 || output == 'low'" }],
  });
});

test.each([
  ["totl > 9 || output == 'low'", 'FR2007 [totl]'],
  ["output == 'middle'", "FR2004 [output == 'middle']"],
  ["total > 9 ? 'yes' : 'no'", "FR2004 [total > 9 ? 'yes' : 'no']"],
  ["tags.includes('vip')", 'FR2004 '],
  ['range(0, total).length > 0', "FR2008 [range(0, total).length > 0] 'range' in a criterion"],
  ["output == 'low' &&", 'FR2010 '],
])('what is wrong with a condition is told at its place: %s', async (holds, told) => {
  const found = await problemsOf(specText(holds, EXAMPLE));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(told);
});

test('every example keeps every criterion, the hidden ones, too', async () => {
  const hidden = '{ in: { total: 2 }, out: high, hidden: true }';
  expect(await problemsOf(specText("total > 9 || output == 'low'", EXAMPLE, hidden))).toEqual([
    expect.stringContaining(
      'FR7006 [high] example 2 does not keep criterion C2 (Small is low): the condition is false',
    ),
  ]);
  expect(await problemsOf(specText("number((tags ?? [''])[0] ?? '') > total || true == (total > 0)", EXAMPLE))).toEqual(
    [expect.stringContaining('the condition cannot be told: ')],
  );
});

test('an input that is called as the output is told once, and nothing is asked of the examples', async () => {
  const text = mappingText('{ output: number }', '{ level: string }', ['{ to: level, logic: priority }'], {
    logic:
      'priority:\n  rule: R.\n  input: { output: number }\n  output: string\n  criteria: [{ text: T, holds: "output == \'a\'" }]\n  examples: [{ in: { output: 1 }, out: b }]\n',
  });
  expect(await problemsOf(text)).toEqual([expect.stringContaining(`FR7005 ["output == 'a'"]`)]);
});

test('criteria of a rule in a row are checked at their place', async () => {
  const row =
    '{ to: level, rule: Big is high., with: { total: total }, criteria: [{ text: T, holds: "amount > 1" }], examples: [{ in: { total: 1 }, out: low }] }';
  const told = await problemsOf(mappingText('{ total: number }', "{ level: \"'low' | 'high'\" }", [row]));
  expect(told).toEqual([expect.stringContaining('FR2007 [amount]')]);
});
