import { expect, test } from 'vitest';
import { schemaOfTypeName } from './type-name.ts';

const models = new Set(['Order', 'Item']);

test.each<[string, unknown]>([
  ['string', { type: 'string' }],
  ['datetime', { type: 'string', format: 'date-time' }],
  ['any', {}],
  ['Order', { $ref: 'flowright:model/Order' }],
  ['Item[][]', { type: 'array', items: { type: 'array', items: { $ref: 'flowright:model/Item' } } }],
  ['Order[] | null', { anyOf: [{ type: 'array', items: { $ref: 'flowright:model/Order' } }, { type: 'null' }] }],
  ['string|number', { anyOf: [{ type: 'string' }, { type: 'number' }] }],
  ["'open' | 'paid'", { enum: ['open', 'paid'] }],
  [`"it's" | null | 1 | true`, { anyOf: [{ enum: ["it's", 1, true] }, { type: 'null' }] }],
  [
    "('a (b)' | -1.5)[] | Item",
    { anyOf: [{ type: 'array', items: { enum: ['a (b)', -1.5] } }, { $ref: 'flowright:model/Item' }] },
  ],
])('reads %s', (text, schema) => {
  expect(schemaOfTypeName(text, models)).toEqual({ schema, unknown: [] });
});

test('reports each name that is no type, and where it stands', () => {
  expect(schemaOfTypeName('Ordr[] | strin', models).unknown).toEqual([
    { name: 'Ordr', from: 0, to: 4 },
    { name: 'strin', from: 9, to: 14 },
  ]);
  expect(schemaOfTypeName("null | ('a' | strin)[]", models).unknown).toEqual([{ name: 'strin', from: 14, to: 19 }]);
});
