import { expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';

const models = {
  Item: '{ fields: { id: string, "name?": string } }',
  Deep: '{ id: key.value, fields: { key: { fields: { value: integer } } } }',
  Loose: '{ id: code, fields: { "code?": string } }',
  Odd: '{ id: "codes[]", fields: { codes: [string] } }',
  Flag: '{ id: on, fields: { on: boolean } }',
  Bare: '{ fields: { name: string } }',
};
const trigger =
  '{ manual: { input: { fields: { items: [Item], "maybe?": [Item], deep: Deep, loose: [Loose], odd: [Odd], flag: Flag, bare: [Bare], ids: [string], numbers: [integer] } } } }';

async function problems(...steps: readonly string[]): Promise<readonly string[]> {
  const found = await problemsOf(specText({ models, trigger, steps: [...steps, '- respond: { status: 200 }'] }));
  return found.filter((line) => !line.startsWith('FR3001'));
}

test('records are saved and removed one by one or as a list, and counted', async () => {
  expect(
    await problems(
      '- { id: saved, save: Item, from: input.items }',
      '- { save: Deep, from: input.deep }',
      '- { remove: Deep, from: input.deep }',
      '- { remove: Deep, from: input.numbers }',
      '- { remove: Item, from: "input.items.map(one => one.id)" }',
      '- { remove: Item, from: "input.ids[0] ?? \'\'" }',
      '- { id: pruned, prune: Item }',
      '- { id: sum, set: { expr: "saved.added + saved.updated + saved.unchanged + pruned.pruned" } }',
      '- { when: sum > 0, then: [{ return: "{sum}" }] }',
    ),
  ).toEqual([]);
});

test.each([
  ['no model', '- { save: Itm, from: input.items }', /FR2001 \[Itm\] no model 'Itm'.*did you mean 'Item'/],
  ['another model', '- { save: Item, from: input.deep }', /FR2004 .*Item, or a list of it, is wanted here, not /],
  ['a list that may be missing', '- { save: Item, from: input.maybe }', /FR2011 .*input\.maybe may be missing/],
  ['no list', '- { remove: Item, from: input.flag }', /FR2004 .*an id of Item, or what holds one, is wanted here/],
  ['a model without an id', '- { save: Bare, from: input.bare }', /FR2015 .*a record of 'Bare' needs an id/],
  [
    'an id that may be missing',
    '- { save: Loose, from: input.loose }',
    /FR2011 .*the id 'code' of 'Loose' may be missing/,
  ],
  ['an id that is a list', '- { save: Odd, from: input.odd }', /FR2010 .*'codes\[\]' is not expected here/],
  ['an id that is no text', '- { prune: Flag }', /FR2004 .*an id is text or a number, not boolean/],
])('%s is reported', async (_what, step, wanted) => {
  expect(await problems(step)).toEqual([expect.stringMatching(wanted)]);
});
