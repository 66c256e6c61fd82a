import { describe, expect, test } from 'vitest';
import { checkText, problemsOf } from './testing/check-text.ts';
import { mappingText } from './testing/spec-text.ts';

const SOURCE = '{ state: { enum: [open, done] }, maybe?: { enum: [open] }, note: string }';
const TABLES =
  'words: { open: offen, done: fertig, gone: weg }\nnulls: { open: offen, done: null }\nfew: { open: offen }';

const text = (target: string, ...rows: readonly string[]): string =>
  mappingText(SOURCE, target, rows, { tables: TABLES });
/** Without the tables that nothing uses. */
const problems = async (target: string, row: string): Promise<readonly string[]> =>
  (await problemsOf(text(target, `{ to: a, ${row} }`))).filter((one) => !one.startsWith('FR3001'));

describe('a lookup in a table that knows every value of a choice always finds one', () => {
  test.each([
    ['{ a: string }', 'from: state, pipe: [{ lookup: words }]'],
    ['{ a: { enum: [offen, fertig] } }', 'from: state, pipe: [{ lookup: words }]'],
    ['{ a: string }', 'from: state, pipe: [{ lookup: words }, upper]'],
    ['{ a: string }', 'template: "{lookup(state, \'words\')}!"'],
    ['{ a: string | null }', 'from: state, pipe: [{ lookup: nulls }]'],
    ['{ "a?": string }', 'from: maybe, pipe: [{ lookup: few }]'],
  ])('%s ← %s', async (target, row) => {
    expect(await problems(target, row)).toEqual([]);
  });

  test.each([
    ['{ a: string }', 'from: note, pipe: [{ lookup: words }]', /^FR2005 /],
    ['{ a: string }', 'from: state, pipe: [{ lookup: few }]', /^FR2021 .* no entry for 'done'/],
    ['{ a: string }', 'from: state, pipe: [{ lookup: nulls }]', /^FR2005 /],
    ['{ a: string }', 'from: maybe, pipe: [{ lookup: words }]', /^FR2005 /],
    ['{ a: { enum: [offen] } }', 'from: state, pipe: [{ lookup: words }]', /^FR2004 .*"fertig"/],
  ])('but %s ← %s', async (target, row, expected) => {
    expect(await problems(target, row)).toEqual([expect.stringMatching(expected)]);
  });
});

test('a table says what is looked up in it: known texts, any texts, or both', async () => {
  const { checked } = await checkText(
    text(
      '{ a: string, b: string, c: string, d: string }',
      '{ to: a, from: state, pipe: [{ lookup: words }] }',
      '{ to: b, from: note, pipe: [{ lookup: words }], default: x }',
      "{ to: c, expr: \"lookup('open', 'few')\" }",
      '{ to: d, from: note, pipe: [{ lookup: nulls }], default: x }',
    ),
  );
  expect(checked?.tables.map(({ id, lookups }) => [id, lookups]).toSorted()).toEqual([
    ['few', 'known'],
    ['nulls', 'any'],
    ['words', 'both'],
  ]);
});
