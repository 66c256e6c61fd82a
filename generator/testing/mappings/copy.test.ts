import { describe, expect, test } from 'vitest';
import { mappingFunction } from './run-mapping.ts';

const MODELS = {
  Source: {
    id: 'integer',
    'name?, note?': 'string | null',
    'attributes?': { fields: { 'size?': 'integer', format: 'string' } },
    lines: [{ fields: { 'sku, text': 'string' } }],
  },
  Target: {
    'id?': 'string',
    'name?, note?': 'string',
    'properties?': { fields: { 'size?': 'integer', format: 'string' } },
    'items?': [{ fields: { 'sku, text': 'string' } }],
  },
};

async function convert(...rows: readonly object[]): Promise<(value: unknown) => unknown> {
  return await mappingFunction({ models: MODELS, mappings: { convert: { from: 'Source', to: 'Target', rows } } });
}

const source = {
  id: 1,
  name: null,
  note: ' n ',
  attributes: { size: 0, format: 'f' },
  lines: [{ sku: 's', text: 't' }],
};

describe('a row that copies', () => {
  test.each<[string, object, unknown]>([
    ['fields of the same names', { copy: ['name', 'note'] }, { note: ' n ' }],
    ['with operations', { copy: ['name', 'note'], pipe: ['trim'], default: 'none' }, { name: 'none', note: 'n' }],
    [
      'from an object to another',
      { copy: ['size', 'format'], from: 'attributes', to: 'properties' },
      { properties: { size: 0, format: 'f' } },
    ],
    [
      'fields of each item',
      { copy: ['sku', 'text'], from: 'lines[]', to: 'items[]' },
      { items: [{ sku: 's', text: 't' }] },
    ],
    ['under a condition', { copy: ['note'], when: 'id > 1' }, {}],
  ])('%s', async (_, row, expected) => {
    expect((await convert(row))(source)).toEqual(expected);
  });

  test('leaves the object out that it copies from', async () => {
    const row = { copy: ['size', 'format'], from: 'attributes', to: 'properties' };
    expect((await convert(row))({ ...source, attributes: undefined })).toEqual({});
  });

  test.each<[string, object, string]>([
    ['an unknown field', { copy: ['name', 'nte'] }, `FR2003 ["nte"] no field 'nte' on Target → did you mean 'note'?`],
    [
      'an unknown object, once',
      { copy: ['size', 'format'], from: 'attribute', to: 'properties' },
      "FR2003 [attribute] no field 'attribute' on Source → did you mean 'attributes'?",
    ],
    ['a field of another type', { copy: ['id'] }, `FR2004 ["id"] 'id' is string, not integer`],
    ['a field that another row fills', { copy: ['name', 'note', 'name'] }, `FR2009 ["name"] 'name' is given twice`],
  ])('%s is refused', async (_, row, expected) => {
    const said = await convert(row).then(String, (error: unknown) => String(error));
    expect(said.match(/FR\d{4} .*/g)).toEqual([expect.stringContaining(expected)]);
  });
});
