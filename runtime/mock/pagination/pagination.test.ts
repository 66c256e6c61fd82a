import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MockEndpoint, MockPagination, PageSize } from '../definition.ts';
import { valueAt } from '../json-path.ts';
import { startMocks, type MockServer } from '../server.ts';
import { ask, type Answer } from '../testing/client.ts';

const size: PageSize = { request: { in: 'query', path: ['limit'] }, default: 7 };
const query = (name: string) => ({ in: 'query', path: [name] }) as const;

const kinds = {
  opaque: { kind: 'cursor', request: query('after'), size, next: ['paging', 'next', 'after'], more: ['hasMore'] },
  field: { kind: 'cursor', request: query('starting_after'), size, field: ['id'], more: ['hasMore'] },
  page: { kind: 'page', request: query('page'), first: 1, size, totalPages: ['pages'], more: ['hasMore'] },
  pageFrom0: { kind: 'page', request: query('page'), first: 0, size, totalPages: ['pages'], more: ['hasMore'] },
  offset: { kind: 'offset', request: query('offset'), size, total: ['total'], more: ['hasMore'] },
  nextUrl: { kind: 'nextUrl', size, next: ['next'], last: { at: ['next'], value: null } },
  link: { kind: 'link', parameter: 'page_info', size },
} as const satisfies Record<string, MockPagination>;
type Kind = keyof typeof kinds;
const names = ['opaque', 'field', 'page', 'pageFrom0', 'offset', 'nextUrl', 'link'] as const satisfies readonly Kind[];

const envelope = {
  items: [],
  hasMore: true,
  pages: 99,
  total: 99,
  next: 'sample',
  paging: { next: { after: 'sample' } },
};
const id = { field: ['id'], type: 'integer', prefix: '' } as const;
const endpoints = names.flatMap((kind): MockEndpoint[] =>
  (['stored', 'newestFirst'] as const).map((order) => ({
    id: `${kind}${order}`,
    method: 'GET',
    path: `/${kind}/${order}`,
    status: 200,
    does: {
      kind: 'list',
      collection: 'items',
      envelope,
      items: ['items'],
      order,
      match: [{ field: ['even'], op: 'eq', value: query('even') }],
      paginate: kinds[kind],
    },
  })),
);

let server: MockServer;
beforeAll(async () => {
  server = await startMocks({
    seeds: {},
    systems: [
      {
        id: 'api',
        baseUrlSetting: 'API_BASE_URL',
        basePath: '/v1',
        auth: { kind: 'apiKey', in: 'query', name: 'key', secret: 'KEY' },
        endpoints: [
          ...endpoints,
          {
            id: 'create',
            method: 'POST',
            path: '/items',
            status: 201,
            does: { kind: 'create', collection: 'items', id, example: {}, item: [], envelope: {}, at: [] },
          },
        ],
      },
    ],
  });
});
afterAll(() => server.close());

/** The URL of the page after an answer, as a client of that kind of pagination finds it. */
function nextOf(kind: Kind, { body, headers }: Answer, url: URL, seen: number): string | undefined {
  const follow = (name: string, value: unknown, more: unknown): string | undefined => {
    if (more !== true) return undefined;
    const next = new URL(url);
    next.searchParams.set(name, String(value));
    return next.href;
  };
  const more = valueAt(body, ['hasMore']);
  switch (kind) {
    case 'opaque': {
      const after = valueAt(body, ['paging', 'next', 'after']);
      expect(after !== undefined).toBe(more);
      return follow('after', after, more);
    }
    case 'field': {
      const items = valueAt(body, ['items']);
      return follow('starting_after', valueAt(items, [Array.isArray(items) ? items.length - 1 : 0, 'id']), more);
    }
    case 'page':
    case 'pageFrom0': {
      const page = Number(url.searchParams.get('page') ?? kinds[kind].first) + 1;
      expect(more).toBe(page - kinds[kind].first < Number(valueAt(body, ['pages'])));
      return follow('page', page, more);
    }
    case 'offset':
      expect(more).toBe(seen < Number(valueAt(body, ['total'])));
      return follow('offset', seen, more);
    case 'nextUrl': {
      const next = valueAt(body, ['next']);
      return next === null ? undefined : withKey(String(next));
    }
    case 'link': {
      const next = /^<(?<url>[^>]+)>; rel="next"$/u.exec(headers.get('link') ?? '')?.groups?.['url'];
      return next === undefined ? undefined : withKey(next);
    }
  }
}

/** Next URLs come without the key, from the mock's own address. */
function withKey(text: string): string {
  const url = new URL(text);
  expect([url.searchParams.has('key'), text.startsWith(`${server.urls['api']}/`)]).toEqual([false, true]);
  url.searchParams.set('key', 'mock-key');
  return url.href;
}

async function walk(
  kind: Kind,
  order: string,
  filter: string,
  limit: number,
  between?: () => Promise<void>,
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let next: string | undefined = `${server.urls['api']}/${kind}/${order}?key=mock-key&limit=${limit}${filter}`;
  for (let pages = 0; next !== undefined; pages += 1) {
    expect(pages).toBeLessThan(60);
    const answer = await ask(next);
    const page = valueAt(answer.body, ['items']);
    if (!Array.isArray(page)) throw new TypeError(`no items in ${JSON.stringify(answer)}`);
    expect(page.length).toBeLessThanOrEqual(Math.min(limit, 7));
    items.push(...page.map((item) => valueAt(item, ['id'])));
    next = nextOf(kind, answer, new URL(next), items.length);
    await between?.();
  }
  return items;
}

async function fill(count: number): Promise<readonly number[]> {
  server.reset();
  const items = Array.from({ length: count }, (_, index) => ({ id: index + 1, even: index % 2 === 1 }));
  if (count > 0) await ask(`${server.urls['api']}/items?key=mock-key`, 'POST', items);
  return items.map((item) => item.id);
}

test.each(names)('%s: every item exactly once, in order, whatever the number and the page size', async (kind) => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      fc.boolean(),
      async (count, limit, newest, filtered) => {
        const all = await fill(count);
        const wanted = filtered ? all.filter((item) => item % 2 === 0) : all;
        const seen = await walk(kind, newest ? 'newestFirst' : 'stored', filtered ? '&even=true' : '', limit);
        expect(seen).toEqual(newest ? wanted.toReversed() : wanted);
      },
    ),
    { numRuns: 15 },
  );
});

test.each(['opaque', 'field', 'nextUrl', 'link'] as const)(
  '%s: a write between two pages doubles nothing',
  async (kind) => {
    const all = await fill(9);
    const add = async (): Promise<void> => void (await ask(`${server.urls['api']}/items?key=mock-key`, 'POST', {}));
    expect(await walk(kind, 'newestFirst', '', 2, add)).toEqual(all.toReversed());
  },
);

test('field: goes on by the order of the field where the item of the cursor is not there', async () => {
  await fill(3);
  expect((await ask(`${server.urls['api']}/field/stored?key=mock-key&starting_after=0`)).body).toMatchObject({
    items: [{ id: 1 }, { id: 2 }, { id: 3 }],
  });
});

test('opaque: the last page leaves the cursor out, with what only held it', async () => {
  await fill(1);
  expect((await ask(`${server.urls['api']}/opaque/stored?key=mock-key`)).body).not.toHaveProperty('paging');
});

test.each([
  'opaque/stored?after=x',
  'page/stored?page=0',
  'page/stored?page=x',
  'offset/stored?offset=-1',
  'link/stored?page_info=x',
])('%s is answered 400', async (path) => {
  expect(await ask(`${server.urls['api']}/${path}&key=mock-key`)).toMatchObject({
    status: 400,
    body: { error: { code: 'invalid_page' } },
  });
});
