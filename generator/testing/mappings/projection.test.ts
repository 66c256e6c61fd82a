import { describe, expect, test } from 'vitest';
import { mappingFunction } from './run-mapping.ts';

const CATEGORY = { fields: { id: 'string', 'name?': 'string | null' } };

/** What a copy of one field makes of a value. */
async function copied(from: object, to: object, project: unknown = true): Promise<(value: unknown) => unknown> {
  const run = await mappingFunction({
    models: { Source: from, Target: to },
    mappings: { convert: { from: 'Source', to: 'Target', project } },
  });
  return (value) => run(value);
}

describe('a projection', () => {
  test('reduces each object to what the target declares, in lists and maps, too', async () => {
    const value = {
      fields: { from: 'string', until: 'string | null', actor: { fields: { id: 'string' } }, '*': 'any' },
    };
    const copy = await copied(
      {
        'id, secret': 'string',
        author: { fields: { name: 'string', mail: 'string' } },
        parents: [{ fields: { sha: 'string' } }],
        values: { fields: { '*': [value] } },
        links: { fields: { '*': 'string' } },
      },
      {
        id: 'string',
        author: { fields: { name: 'string' } },
        parents: [{ fields: { sha: 'string' } }],
        values: { fields: { '*': [value] } },
        links: { fields: { '*': 'string' } },
      },
    );
    const actor = { id: 'a', type: 'x' };
    expect(
      copy({
        id: '1',
        secret: 's',
        more: 1,
        author: { name: 'A', mail: 'M' },
        parents: [{ sha: 'p', url: 'u' }],
        values: {
          empty: [],
          stage: [{ from: 'f', until: null, actor, value: 0, other: { deep: 1 } }],
          constructor: [],
        },
        links: { self: '/', constructor: 'c' },
      }),
    ).toEqual({
      id: '1',
      author: { name: 'A' },
      parents: [{ sha: 'p' }],
      values: {
        empty: [],
        stage: [{ from: 'f', until: null, actor: { id: 'a' }, value: 0, other: { deep: 1 } }],
        constructor: [],
      },
      links: { self: '/', constructor: 'c' },
    });
  });

  test.each([
    [
      'optional',
      { 'c?': { nullable: true, ...CATEGORY } },
      { 'c?': { fields: { id: 'string', 'name?': 'string' } } },
      [{}, {}, { id: '1' }],
    ],
    [
      'nullable',
      { 'c?': { nullable: true, ...CATEGORY } },
      { 'c?': { nullable: true, ...CATEGORY } },
      [{}, { c: null }, { id: '1', name: null }],
    ],
  ])(
    'leaves out what is absent, and null where the target is only %s',
    async (_, from, to, [absent, ofNull, object]) => {
      const copy = await copied(from, to);
      expect(copy({})).toEqual(absent);
      expect(copy({ c: null })).toEqual(ofNull);
      expect(copy({ c: { id: '1', name: null, x: 1 } })).toEqual({ c: object });
      expect(copy({ c: { id: '', name: '' } })).toEqual({ c: { id: '', name: '' } });
    },
  );

  test('keeps members that nobody named where both models are open, a field named __proto__ included', async () => {
    const item = [{ fields: { id: 'string', 'at?': 'string' } }];
    const copy = await copied(
      { id: 'string', 'items?': item, 'title?': 'string | null', '*': 'any' },
      { id: 'string', 'items?': item, 'title?': 'string', '*': 'any' },
    );
    const odd: unknown = JSON.parse(
      '{ "id": "1", "items": [{ "id": "2", "x": 1 }], "title": null, "__proto__": { "a": 1 }, "n": null }',
    );
    expect(JSON.stringify(copy(odd))).toBe('{"id":"1","__proto__":{"a":1},"n":null,"items":[{"id":"2"}]}');
  });

  test('takes what the source declares into an open target, but nothing that it leaves open', async () => {
    const copy = await copied({ 'id, name': 'string', 'n?': 'integer' }, { id: 'string', '*': 'any' });
    expect(copy({ id: '1', name: 'n', n: 2, other: 3 })).toEqual({ id: '1', name: 'n', n: 2 });
  });

  test('goes round in models that hold themselves', async () => {
    const copy = await copied(
      { 'id, x': 'string', 'of?': 'Source | null', 'kids?': ['Source'] },
      { id: 'string', 'of?': 'Target | null', 'kids?': ['Target'] },
    );
    const kid = { id: '2', x: '', of: null };
    expect(copy({ id: '1', x: '', of: { id: '0', x: '' }, kids: [kid, { ...kid, kids: [kid] }] })).toEqual({
      id: '1',
      of: { id: '0' },
      kids: [
        { id: '2', of: null },
        { id: '2', of: null, kids: [{ id: '2', of: null }] },
      ],
    });
  });

  const POST = {
    id: 'string',
    'text?, note?': 'string',
    'tags?': ['string'],
    author: { fields: { 'name, mail': 'string' } },
    lines: [{ fields: { 'sku, note': 'string' } }],
  };
  const SOME = {
    'id?, text?, note?': 'string',
    'tags?': ['string'],
    'author?': { fields: { 'name?, mail?': 'string' } },
    'lines?': [{ fields: { 'sku?, note?': 'string' } }],
  };
  const post = {
    id: '1',
    text: '',
    note: 'n',
    tags: [],
    author: { name: 'A', mail: '' },
    lines: [{ sku: 's', note: 'x' }],
  };

  test.each<[unknown, unknown]>([
    [{ only: ['id', 'author.name', 'lines[].sku'] }, { id: '1', author: { name: 'A' }, lines: [{ sku: 's' }] }],
    [{ except: ['author', 'lines.note', 'text'] }, { id: '1', note: 'n', tags: [], lines: [{ sku: 's' }] }],
    [{ empty: 'omit' }, { id: '1', note: 'n', author: { name: 'A' }, lines: [{ sku: 's', note: 'x' }] }],
  ])('with %o takes what that says', async (project, expected) => {
    expect((await copied(POST, SOME, project))(post)).toEqual(expected);
  });

  test.each<[unknown, unknown]>([
    [{ absent: 'omit' }, { must: null, text: '', of: { text: '' }, list: [{}] }],
    [{ empty: 'omit' }, { must: null, of: {}, list: [{}] }],
    [true, { must: null, text: '', note: null, of: { text: '', note: null }, list: [{ note: null }] }],
  ])('with %o leaves out null where the target can do without it', async (project, expected) => {
    const inner = { fields: { 'text?, note?': 'string | null' } };
    const model = { must: 'string | null', 'text?, note?': 'string | null', of: inner, list: [inner] };
    const value = { must: null, text: '', note: null, of: { text: '', note: null }, list: [{ note: null }] };
    expect((await copied(model, model, project))(value)).toEqual(expected);
  });

  test('of several sources copies from the one that it names', async () => {
    const run = await mappingFunction({
      models: { Post: POST, Target: { ...SOME, by: 'string' } },
      mappings: {
        convert: {
          from: { post: 'Post', user: 'string' },
          to: 'Target',
          project: { from: 'post', only: ['id', 'author'] },
          rows: [
            { to: 'by', from: 'user' },
            { to: 'author.mail', const: 'none' },
          ],
        },
      },
    });
    expect(run(post, 'u')).toEqual({ id: '1', by: 'u', author: { name: 'A', mail: 'none' } });
  });

  test.each([
    ['a field of another type', { id: 'integer' }, { 'id?': 'string' }, true, "'id' is string, not integer"],
    [
      'one further down',
      { a: { fields: { b: 'integer' } } },
      { a: { fields: { b: 'string' } } },
      true,
      "'a.b' is string, not integer",
    ],
    [
      'a field that may be missing',
      { 'a?': 'string' },
      { a: 'string' },
      true,
      "FR2005 [true] 'a' may be missing, but 'a' must be there",
    ],
    [
      'a part that the source lacks',
      { a: { fields: { b: 'string' } } },
      { a: { fields: { 'b, c': 'string' } } },
      true,
      "FR2006 [true] no row fills 'a.c'",
    ],
    ['an unknown field', { a: 'string' }, { a: 'string' }, { except: ['aa'] }, "FR2003 [aa] no field 'aa' on Source"],
    [
      'what is no object',
      { a: 'string' },
      { 'a?': 'string' },
      { from: 'a' },
      'FR2004 ["a"] an object is wanted here, not string',
    ],
    ['maps beside other fields', { a: 'string', '*': ['Source'] }, { a: 'string', '*': ['Target'] }, true, 'FR2004'],
  ])('is refused with %s', async (_, from, to, project, expected) => {
    await expect(copied(from, to, project)).rejects.toThrow(expected);
  });

  test('of several sources has to name one', async () => {
    const parts = {
      models: { A: { x: 'string' }, T: { 'x?': 'string' } },
      mappings: { convert: { from: { a: 'A', b: 'string' }, to: 'T', project: true } },
    };
    await expect(mappingFunction(parts)).rejects.toThrow(
      "FR2015 [\"project\"] 'project' of several sources needs 'from'",
    );
  });
});

describe('a row', () => {
  test.each<[string, object, object, unknown, unknown]>([
    [
      'is reduced',
      { a: { fields: { 'b, c': 'string' } } },
      { to: 't', from: 'a' },
      { a: { b: '1', c: '2', d: 3 } },
      { t: { b: '1' } },
    ],
    [
      'is reduced behind operations',
      { a: [{ fields: { 'b, c': 'string' } }] },
      { to: 't', from: 'a', pipe: [{ find: "item.c === 'x'" }] },
      {
        a: [
          { b: '1', c: 'y' },
          { b: '2', c: 'x' },
        ],
      },
      { t: { b: '2' } },
    ],
    [
      'is left out with its source',
      { 'a?': { nullable: true, fields: { 'b, c': 'string' } } },
      { to: 't', from: 'a' },
      { a: null },
      {},
    ],
    [
      'has a condition',
      { a: { fields: { b: 'string' } }, ok: 'boolean' },
      { to: 't', from: 'a', when: 'ok' },
      { a: { b: '1' }, ok: false },
      {},
    ],
  ])('that takes an object %s', async (_, source, row, value, expected) => {
    const run = await mappingFunction({
      models: { Source: source, Target: { 't?': { fields: { b: 'string' } } } },
      mappings: { convert: { from: 'Source', to: 'Target', rows: [row] } },
    });
    expect(run(value)).toEqual(expected);
  });

  test.each<[string, unknown, unknown]>([
    ['is missing', {}, {}],
    ['is null', { category: null }, {}],
    ['is there, and empty', { category: {} }, { kind: {} }],
    ['is there', { category: { id: '1', at: { city: 'C' } } }, { kind: { id: '1', city: 'C' } }],
  ])('below an object that %s', async (_, value, expected) => {
    const category = { nullable: true, fields: { 'id?': 'string', 'at?': { fields: { city: 'string' } } } };
    const run = await mappingFunction({
      models: { Source: { 'category?': category }, Target: { 'kind?': { fields: { 'id?, city?': 'string' } } } },
      mappings: {
        convert: {
          from: 'Source',
          to: 'Target',
          rows: [
            { to: 'kind.id', from: 'category.id' },
            { to: 'kind.city', from: 'category.at.city' },
          ],
        },
      },
    });
    expect(run(value)).toEqual(expected);
  });

  test('below an object fills what must be there where the object is', async () => {
    const run = await mappingFunction({
      models: {
        Source: {
          lines: [{ fields: { 'tax?': { fields: { rate: 'number', 'code?': 'string' } } } }],
          'c?': { fields: { id: 'string' } },
        },
        Target: {
          items: [{ fields: { 'tax?': { fields: { rate: 'number', 'code?': 'string' } } } }],
          'c?': { nullable: true, fields: { id: 'string' } },
        },
      },
      mappings: {
        convert: {
          from: 'Source',
          to: 'Target',
          rows: [
            { to: 'items[].tax.rate', from: 'lines[].tax.rate' },
            { to: 'items[].tax.code', from: 'lines[].tax.code' },
            { to: 'c.id', from: 'c.id' },
          ],
        },
      },
    });
    expect(run({ lines: [{}, { tax: { rate: 1 } }] })).toEqual({ items: [{}, { tax: { rate: 1 } }] });
    expect(run({ lines: [], c: { id: '1' } })).toEqual({ items: [], c: { id: '1' } });
  });
});
