import { describe, expect, test } from 'vitest';
import { problemsOf } from '../testing/check-text.ts';
import { specText } from '../testing/spec-text.ts';

/** What is wrong with one paginated endpoint; `more`: further endpoints. */
async function wrong(pagination: string, parts = '', more: readonly string[] = []): Promise<readonly string[]> {
  return problemsOf(
    specText({
      endpoints: [
        `list: { system: shop, method: GET, path: /items, response: { fields: { items: [{ fields: { id: string, at: [string] } }], total: integer, more: boolean, next: string } }, ${parts} pagination: ${pagination} }`,
        ...more,
      ].join('\n'),
      steps: ['- { id: all, call: list }', '- { respond: { status: 200, body: "{all}" } }'],
    }),
  );
}

describe('a cursor', () => {
  test.each([
    ['{ cursor: { param: after, from: next }, items: items, empty: stop, unique: id }', ''],
    ['{ cursor: { param: after, from: [next, "items[-1].id"] }, items: items }', ''],
    ['{ cursor: { param: X-After, in: header, from: { header: X-Next } }, items: items }', ''],
  ])('%s is sound', async (pagination, parts) => {
    expect(await wrong(pagination, parts)).toEqual([]);
  });

  test.each([
    ['{ cursor: { param: after, from: [next, "items[-1].ids"] }, items: items }', /^FR2003 .* no field 'ids'/u],
    ['{ cursor: { param: after, from: "items[-1].at" }, items: items }', /^FR2004 .*text or a number/u],
    ['{ cursor: { param: after, in: body, from: next }, items: items }', /^FR2015 .*needs a request model/u],
    ['{ cursor: { param: after, in: path, from: next }, items: items }', /^FR2001 .*no path parameter 'after'/u],
    ['{ cursor: { param: after, from: next, more: more, last: more }, items: items }', /^FR2017 .*'more'/u],
    ['{ cursor: { param: after, from: next }, items: items, unique: ids }', /^FR2003 .* no field 'ids'/u],
    ['{ cursor: { param: after, from: next }, items: items, unique: at }', /^FR2004 .*text or a number/u],
  ])('%s is not', async (pagination, expected) => {
    expect(await wrong(pagination)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('keys and spans', () => {
  test.each([
    ['{ keyset: { params: { after: "items[-1].id" }, more: more }, items: items, unique: id }', ''],
    ['{ cursor: { param: after, from: next, replaces: [since] }, items: items }', 'query: { since: "2026" },'],
    ['{ cursor: { param: after, from: next, last: more }, items: items }', ''],
  ])('%s is sound', async (pagination, parts) => {
    expect(await wrong(pagination, parts)).toEqual([]);
  });

  test.each([
    ['{ keyset: { params: { after: "items[-1].ids" } }, items: items }', '', /^FR2003 .* no field 'ids'/u],
    ['{ keyset: { params: { after: "items[-1].at" } }, items: items }', '', /^FR2004 .*text or a number/u],
    ['{ keyset: { params: { after: "items[-1].id" } }, items: items, empty: continue }', '', /^FR2017 .*by keys/u],
    [
      '{ cursor: { param: after, from: next, replaces: [since] }, items: items }',
      '',
      /^FR2001 .*query parameter 'since'/u,
    ],
    [
      '{ window: { from: from, to: to, size: 1d }, items: items }',
      'query: { from: { type: date } },',
      /^FR2001 .*'to'/u,
    ],
    [
      '{ window: { from: from, to: to, size: 1d }, items: items }',
      'query: { from: { type: date }, to: { type: date, optional: true } },',
      /^FR2011 .*'to'/u,
    ],
  ])('%s is not', async (pagination, parts, expected) => {
    expect((await wrong(pagination, parts))[0]).toMatch(expected);
  });
});

describe('an end that cannot be told', () => {
  test.each([
    ['{ offset: { param: offset }, items: items, short: stop }', /^FR2015 .*'short' needs the 'size' of a page/u],
    ['{ page: { param: page }, items: items, empty: continue }', /^FR2015 .*needs 'total' or 'more'/u],
    ['{ offset: { param: offset, more: more }, items: items, empty: continue }', /^FR2017 .*pagination by an offset/u],
  ])('%s', async (pagination, expected) => {
    expect(await wrong(pagination)).toEqual([expect.stringMatching(expected)]);
  });
});

describe('an endpoint for further pages', () => {
  const cursor = '{ cursor: { param: cursor, in: body, from: next, continue: further }, items: items }';
  const answer =
    '{ fields: { items: [{ fields: { id: string, at: [string] } }], total: integer, more: boolean, next: string } }';
  const request = 'request: { fields: { cursor: string } }';
  const further = (parts: string): string => `further: { system: shop, method: POST, path: /further, ${parts} }`;

  test('is found, and takes what the first call gives', async () => {
    expect(await wrong(cursor, '', [further(`${request}, response: ${answer}`)])).toEqual([]);
  });

  test.each([
    ['is not there', [], /^FR2001 .*no endpoint 'further'/u],
    [
      'answers otherwise',
      [further(`${request}, response: { fields: { other: string } }`)],
      /^FR2004 .*an answer like/u,
    ],
    ['answers nothing', [further(request)], /^FR2015 .*needs a response model there/u],
    ['takes no body', [further(`response: ${answer}`)], /^FR2015 .*needs a request model on 'further'/u],
    [
      'pages itself',
      [further(`${request}, response: ${answer}, pagination: { link: true, items: items }`)],
      /^FR2017 .*cannot have 'further'/u,
    ],
    [
      'needs what the first call does not give',
      [further(`${request}, response: ${answer}, query: { shop: { type: string } }`)],
      /^FR2016 .*'shop' is missing/u,
    ],
  ])('%s', async (_, more, expected) => {
    expect((await wrong(cursor, '', more))[0]).toMatch(expected);
  });
});
