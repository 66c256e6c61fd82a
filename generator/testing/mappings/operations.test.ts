import { describe, expect, test } from 'vitest';
import { mappingFunction } from './run-mapping.ts';

const ROW = { fields: { id: 'string', 'at?': 'string | null', n: 'integer' } };
const SOURCE = {
  text: 'string',
  'note?': 'string | null',
  secs: 'string',
  rows: [ROW],
  cells: [['any']],
  columns: [{ fields: { name: 'string' } }],
  sizes: ['string'],
  some: 'any',
  object: { fields: { '*': 'integer' } },
  one: { fields: { a: 'string', 'b?': 'string' } },
  two: { fields: { 'b, c': 'string' } },
  either: {
    anyOf: [
      { type: 'number' },
      { type: 'string' },
      { type: 'object', properties: { status: { type: 'integer' } }, required: ['status'] },
    ],
  },
  list: ['any'],
  count: 'integer',
};
const VALUE = {
  text: 'properties/12',
  note: '',
  secs: '1780573720.576',
  rows: [
    { id: 'a', at: '2026-01-02', n: 1 },
    { id: 'b', at: null, n: 2 },
    { id: 'a', at: '2026-03-01', n: 3 },
  ],
  cells: [['x', 'Y', 0], ['z']],
  columns: [{ name: 'Name' }, { name: 'IS_OK' }, { name: '__proto__' }],
  sizes: ['9', '10', '-3', '18014398509481993', '18014398509481992'],
  some: { deep: [1] },
  object: { b: 2, a: 1 },
  one: { a: '1', b: '2' },
  two: { b: '3', c: '4' },
  either: { status: 3 },
  list: [{ a: 1 }, null, 'x', [2]],
  count: 2,
};

async function result(target: unknown, row: object, value: object = {}): Promise<unknown> {
  const run = await mappingFunction({
    models: { Source: SOURCE, Row: ROW.fields, Target: { 't?': target } },
    mappings: { convert: { from: 'Source', to: 'Target', rows: [{ to: 't', ...row }] } },
  });
  const made = run({ ...VALUE, ...value });
  return typeof made === 'object' && made !== null && 't' in made ? made.t : undefined;
}

const rows = VALUE.rows;

describe('an operation', () => {
  test.each<[string, unknown, string, unknown[], unknown]>([
    ['leaves out what is empty', 'string', 'note', ['nonEmpty'], undefined],
    ['keeps what is not', 'Row[]', 'rows', ['nonEmpty'], rows],
    ['removes a beginning', 'string', 'text', [{ removePrefix: 'properties/' }], '12'],
    ['removes no other beginning', 'string', 'text', [{ removePrefix: 'property/' }], 'properties/12'],
    ['removes an end', 'string', 'text', [{ removeSuffix: '/12' }], 'properties'],
    ['fills up a text', 'string', 'secs', [{ slice: [0, 2] }, { padStart: { length: 4, with: '0' } }], '0017'],
    ['encodes for a URL', 'string', 'text', ['urlEncode'], 'properties%2F12'],
    [
      'keeps the last of equal ones in the place of the first',
      'Row[]',
      'rows',
      [{ unique: { by: 'id', keep: 'last' } }],
      [rows[2], rows[1]],
    ],
    ['keeps the first of equal ones', 'Row[]', 'rows', [{ unique: 'id' }], [rows[0], rows[1]]],
    [
      'finds the largest text, past what is missing',
      'string',
      'rows',
      [{ max: { by: 'at', as: 'text' } }],
      '2026-03-01',
    ],
    [
      'finds the largest of numbers beyond 2^53',
      'string',
      'sizes',
      [{ max: { as: 'wholeNumber' } }],
      '18014398509481993',
    ],
    ['finds the smallest number', 'string', 'sizes', [{ min: { as: 'number' } }], '-3'],
    ['finds the item with the largest', 'Row', 'rows', [{ maxBy: 'n' }], rows[2]],
    ['finds the item with the smallest', 'Row', 'rows', [{ minBy: { by: 'at', as: 'text' } }], rows[0]],
    [
      'sorts by whole numbers',
      'string[]',
      'sizes',
      [{ sort: { as: 'wholeNumber', order: 'descending' } }, { take: 3 }],
      ['18014398509481993', '18014398509481992', '10'],
    ],
    ['stops at an item', 'Row[]', 'rows', [{ until: "item.id === 'b'" }], [rows[0]]],
    [
      'does something to each',
      'string[]',
      'rows[].n',
      [{ each: ['string', { padStart: { length: 2, with: '0' } }] }],
      ['01', '02', '03'],
    ],
    [
      'leaves out of each what is missing',
      'string[]',
      'sizes',
      [{ each: [{ removePrefix: '9' }, 'nonEmpty', { slice: [0, 2] }] }],
      ['10', '-3', '18', '18'],
    ],
    ['takes some', 'Row[]', 'rows', [{ take: 'count' }, { drop: 1 }], [rows[1]]],
    [
      'makes lists of lists',
      { type: 'array', items: { type: 'array', items: { type: 'integer' } } },
      'rows[].n',
      [{ chunk: 2 }],
      [[1, 2], [3]],
    ],
    [
      'groups',
      [{ fields: { key: 'string', items: ['Row'] } }],
      'rows',
      [{ group: 'id' }],
      [
        { key: 'a', items: [rows[0], rows[2]] },
        { key: 'b', items: [rows[1]] },
      ],
    ],
    ['makes an object of items', { fields: { '*': 'Row' } }, 'rows', [{ keyed: 'id' }], { a: rows[2], b: rows[1] }],
    [
      'makes an object by numbers',
      { fields: { '*': 'Row' } },
      'rows',
      [{ keyed: 'n' }],
      Object.fromEntries(rows.map((row) => [row.n, row])),
    ],
    [
      'makes an object of its entries',
      { fields: { '*': 'integer' } },
      'object',
      ['entries', 'fromEntries'],
      VALUE.object,
    ],
    [
      'makes objects of cells',
      ['object'],
      'cells',
      [{ records: { columns: 'columns[].name', case: 'lower' } }],
      JSON.parse('[{ "name": "x", "is_ok": "Y", "__proto__": 0 }, { "name": "z" }]'),
    ],
    [
      'makes objects of cells by names',
      ['object'],
      'cells',
      [{ records: { columns: ['a'] } }],
      [{ a: 'x' }, { a: 'z' }],
    ],
    ['merges', { fields: { 'a, b, c': 'string' } }, 'one', [{ merge: 'two' }], { a: '1', b: '3', c: '4' }],
    ['lists members', 'string[]', 'object', ['keys'], ['b', 'a']],
    ['makes a list of one', 'integer[][]', 'object', ['values', 'list'], [[2, 1]]],
    ['lists values', 'integer[]', 'object', ['values'], [2, 1]],
    ['keeps an object', 'object', 'some', [{ typed: 'object' }], { deep: [1] }],
    ['drops what is no object', 'object', 'some', [{ get: 'deep' }, { typed: 'object' }], undefined],
    ['keeps a list', { type: 'array' }, 'some', [{ get: 'deep' }, { typed: 'array' }], [1]],
    ['keeps whole numbers', 'integer', 'some', [{ get: 'deep[0]' }, { typed: 'integer' }], 1],
    [
      'reads seconds that are text',
      'string',
      'secs',
      [{ date: { from: 'epochSeconds', to: 'iso', otherwise: 'keep' } }],
      '2026-06-04T11:48:40.576Z',
    ],
    [
      'keeps what is no date',
      'string',
      'text',
      [{ date: { from: 'epochSeconds', to: 'iso', otherwise: 'keep' } }],
      'properties/12',
    ],
    ['leaves out what is no date', 'string', 'text', [{ date: { to: 'iso', otherwise: 'omit' } }], undefined],
    ['writes JSON in the order that is', 'string', 'object', [{ json: 'stringify' }], '{"b":2,"a":1}'],
  ])('%s', async (_, target, from, pipe, expected) => {
    expect(await result(target, { from, pipe })).toEqual(expected);
  });

  test.each<[string, unknown, string, unknown[], string]>([
    ['of what is no list', 'string', 'text', [{ until: 'item' }], 'FR2004'],
    [
      'of cells without columns',
      ['object'],
      'cells',
      [{ records: { columns: 'count' } }],
      'a list of texts for its columns',
    ],
    ['with an unknown field', 'Row', 'rows', [{ maxBy: 'nn' }], "no field 'nn'"],
    ['with an unknown name', 'Row[]', 'rows', [{ take: 'cout' }], "'cout'"],
    ['of each of no list', 'string', 'text', [{ each: ['trim'] }], 'a list is wanted here, not string'],
    ['of a number', 'integer', 'count', ['nonEmpty'], "'nonEmpty' takes text, a list or an object"],
  ])('is refused %s', async (_, target, from, pipe, expected) => {
    await expect(result(target, { from, pipe })).rejects.toThrow(expected);
  });
});

describe('an expression', () => {
  test.each<[string, unknown, string, unknown]>([
    ['counts up', 'integer[]', 'range(1, count + 1)', [1, 2]],
    ['counts nowhere', 'integer[]', 'range(3, count)', []],
    [
      'joins lists',
      'string[]',
      '[...sizes, text, ...rows.map((row) => row.id)]',
      [...VALUE.sizes, VALUE.text, 'a', 'b', 'a'],
    ],
    [
      'tells kinds apart',
      'integer',
      'isObject(either) ? either.status : isNumber(either) ? (either === 1 ? 1 : 0) : either === "1" ? 1 : 0',
      3,
    ],
    [
      'tells kinds apart of what is unknown',
      'string',
      'isText(some) ? some : isList(some.deep) ? "list" : "other"',
      'list',
    ],
    ['keeps items of a kind', 'object[]', 'list.filter((one) => isObject(one))', [{ a: 1 }]],
    [
      'writes JSON',
      'string',
      'base64(json({ b: count, a: [text] }))',
      Buffer.from('{"b":2,"a":["properties/12"]}').toString('base64'),
    ],
    ['merges', { fields: { 'a, b, c': 'string' } }, 'merge(one, two)', { a: '1', b: '3', c: '4' }],
    ['pads and replaces', 'string', 'text.replaceAll("/", "-").padStart(15, "*")', '**properties-12'],
    ['lists names', 'string[]', 'keys(object)', ['b', 'a']],
    ['removes', 'string', 'removePrefix(text, "properties/")', '12'],
    ['takes', 'string[]', 'take(sizes, 1)', ['9']],
    ['compares whole numbers', 'string', 'max(["11", ...sizes], "wholeNumber")', '18014398509481993'],
    ['compares numbers of items', 'string', 'min(rows, (row) => row.at, "text")', '2026-01-02'],
  ])('%s', async (_, target, expr, expected) => {
    expect(await result(target, { expr })).toEqual(expected);
  });

  test.each([
    ['[...count]', 'a list is wanted'],
    ['range(text, 1)', 'two numbers'],
    ['isText(either) ? either.status : 1', 'FR2004'],
  ])('%s is refused', async (expr, expected) => {
    await expect(result('any', { expr })).rejects.toThrow(expected);
  });
});
