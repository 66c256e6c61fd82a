import { expect, it } from 'vitest';
import { limitsOfSchema } from './limits-of-schema.ts';

it('says what types cannot', () => {
  const schema = {
    type: 'object',
    properties: {
      id: { type: 'integer', minimum: 1 },
      at: { type: 'string', format: 'date-time' },
      code: { type: ['string', 'null'], pattern: '^[A-Z]+$', maxLength: 3 },
      'line-items': { type: 'array', items: { $ref: '#/$defs/Line' }, minItems: 1, uniqueItems: true },
      tags: { type: 'object', additionalProperties: { type: 'string', minLength: 2 } },
      plain: { type: 'string' },
    },
    $defs: {
      Line: {
        type: 'object',
        properties: { price: { anyOf: [{ type: 'number', multipleOf: 0.01 }, { type: 'null' }] } },
      },
    },
  };
  expect(limitsOfSchema('input', schema)).toEqual([
    'input.id: whole number, at least 1',
    'input.at: format date-time',
    'input.code: matches /^[A-Z]+$/u, at most 3 characters',
    'input["line-items"]: at least 1 items, no item twice',
    'input["line-items"][].price: a multiple of 0.01',
    'input.tags[…]: at least 2 characters',
  ]);
});

it('ends with schemas that refer to themselves, to nothing, or are huge', () => {
  const tree = {
    $ref: '#/$defs/Node',
    $defs: {
      Node: {
        type: 'object',
        properties: { size: { type: 'integer' }, left: { $ref: '#/$defs/Node' }, other: { $ref: '#/$defs/None' } },
      },
    },
  };
  expect(limitsOfSchema('output', tree)).toEqual(['output.size: whole number']);
  const wide = {
    properties: Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`f${at}`, { type: 'integer' }])),
  };
  expect(limitsOfSchema('output', wide)).toHaveLength(60);
  expect(limitsOfSchema('output', true)).toEqual([]);
});
