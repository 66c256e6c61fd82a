import { describe, expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';

/** What is wrong with the mock of one of these endpoints. */
async function problems(mocks: {
  readonly list?: string;
  readonly write?: string;
  readonly remove?: string;
}): Promise<readonly string[]> {
  const mock = (text?: string): string => (text === undefined ? '' : `, mock: { ${text} }`);
  return await problemsOf(
    specText({
      models: {
        Row: '{ fields: { id: string, "deep?": { fields: { at: integer } } } }',
        Rows: '{ fields: { rows: [Row], count: integer } }',
      },
      endpoints: [
        `list: { system: shop, method: GET, path: '/shops/{shop}/rows', query: { limit: 5, "since[gte]": { type: integer, optional: true } }, response: Rows${mock(mocks.list)} }`,
        `write: { system: shop, method: POST, path: /rows, request: { fields: { row: Row, note: string } }, response: { fields: { row: Row } }${mock(mocks.write)} }`,
        `remove: { system: shop, method: DELETE, path: '/rows/{row}'${mock(mocks.remove)} }`,
      ].join('\n'),
      steps: [
        '- { call: list, with: { path: { shop: a } } }',
        '- { call: write, with: { body: { row: { id: a }, note: b } } }',
        '- { call: remove, with: { path: { row: a } } }',
      ],
    }),
  );
}

describe('a mock system', () => {
  test.each([
    { list: "total: count, match: { id: path.shop, deep.at: { gte: 'query.since[gte]', lt: limit } }" },
    { list: 'match: { id: header.X-Anything }' },
    { write: 'item: row, id: { field: id }, match: { id: body.row.id }' },
    { remove: 'match: { id: path.row }' },
  ])('can say %j', async (mocks) => {
    expect(await problems(mocks)).toEqual([]);
  });

  test.each([
    [{ list: 'total: cont' }, "FR2003 [cont] no field 'cont' on Rows → did you mean 'count'?"],
    [{ list: 'match: { deep.att: path.shop }' }, "FR2003 [att] no field 'att' on Row.deep → did you mean 'at'?"],
    [
      { list: 'match: { id: path.shp }' },
      "FR2003 [path.shp] no field 'shp' on the path of 'list' → did you mean 'shop'?",
    ],
    [
      { list: 'match: { id: { eq: query.limt } }' },
      "FR2003 [query.limt] no field 'limt' on the query of 'list' → did you mean 'limit'?",
    ],
    [
      { list: 'match: { id: body.id }' },
      "FR2015 [body.id] 'body.id' needs a request model on 'list' → add a request model on 'list', or remove 'body.id'",
    ],
    [{ write: 'item: roww' }, "FR2003 [roww] no field 'roww' on WriteResponse → did you mean 'row'?"],
    [{ write: 'item: row, match: { id: body.row.idd }' }, "FR2003 [idd] no field 'idd' on Row → did you mean 'id'?"],
    [{ remove: 'match: { idd: path.row }' }, "FR2003 [idd] no field 'idd' on Row → did you mean 'id'?"],
  ])('is checked against its models: %j', async (mocks, expected) => {
    expect(await problems(mocks)).toEqual([expected]);
  });
});
