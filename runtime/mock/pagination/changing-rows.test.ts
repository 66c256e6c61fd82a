import { afterAll, beforeAll, expect, test } from 'vitest';
import { nextKeys, keyOf, nextCursor, cursorOf, nextOffset, offsetOf } from '../../http/index.ts';
import type { NextPage, Page } from '../../http/page.ts';
import { uniqueItems } from '../../http/unique-items.ts';
import { walkPages } from '../../http/paginate.ts';
import type { StepContext } from '../../context/context.ts';
import type { MockEndpoint, MockPagination } from '../definition.ts';
import { startMocks, type MockServer } from '../server.ts';
import { ask } from '../testing/client.ts';

interface Row {
  readonly id: number;
  readonly at: number;
}

const query = (name: string) => ({ in: 'query', path: [name] }) as const;
const size = { request: query('limit'), default: 100 };
const kinds = {
  cursor: { kind: 'cursor', request: query('after'), size, next: ['next'] },
  keyset: {
    kind: 'keyset',
    keys: [
      { request: query('since'), field: ['at'] },
      { request: query('after'), field: ['id'] },
    ],
    inclusive: false,
    size,
  },
  overlapping: { kind: 'keyset', keys: [{ request: query('since'), field: ['at'] }], inclusive: true, size },
  offset: { kind: 'offset', request: query('offset'), size },
} as const satisfies Record<string, MockPagination>;
type Kind = keyof typeof kinds;

let server: MockServer;
beforeAll(async () => {
  const endpoint = (
    id: string,
    method: MockEndpoint['method'],
    path: string,
    does: MockEndpoint['does'],
  ): MockEndpoint => ({
    id,
    method,
    path,
    status: 200,
    does,
  });
  server = await startMocks({
    seeds: {},
    systems: [
      {
        id: 'api',
        baseUrlSetting: 'API_BASE_URL',
        basePath: '',
        auth: { kind: 'none' },
        endpoints: [
          ...Object.entries(kinds).map(([kind, paginate]) =>
            endpoint(kind, 'GET', `/${kind}`, {
              kind: 'list',
              collection: 'rows',
              envelope: {},
              items: ['rows'],
              order: 'stored',
              match: [],
              paginate,
            }),
          ),
          endpoint('create', 'POST', '/rows', {
            kind: 'create',
            collection: 'rows',
            id: { field: ['id'], type: 'integer', prefix: '' },
            example: {},
            item: [],
            envelope: {},
            at: [],
          }),
          endpoint('delete', 'DELETE', '/rows/{id}', {
            kind: 'delete',
            collection: 'rows',
            match: [{ field: ['id'], op: 'eq', value: { in: 'path', path: ['id'] } }],
            envelope: {},
          }),
        ],
      },
    ],
  });
});
afterAll(() => server.close());

interface Body {
  readonly rows: readonly Row[];
  readonly next?: string;
}

/** The page that a generated client would ask for. */
async function page(kind: Kind, next: NextPage | undefined): Promise<Page<Body>> {
  const url = new URL(`${server.urls['api']}/${kind}?limit=3`);
  const asked = {
    cursor: { after: cursorOf(next) },
    keyset: { since: keyOf(next, 'since'), after: keyOf(next, 'after') },
    overlapping: { since: keyOf(next, 'since') },
    offset: { offset: offsetOf(next) },
  }[kind];
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) url.searchParams.set(name, String(value));
  const answer = await ask(url.href);
  const body: Body = JSON.parse(JSON.stringify(answer.body));
  const { length: items } = body.rows;
  const last = body.rows.at(-1);
  switch (kind) {
    case 'cursor':
      return { body, next: nextCursor(body.next) };
    case 'keyset':
      return { body, next: nextKeys({ since: last?.at, after: last?.id }, { items }) };
    case 'overlapping':
      return uniqueItems({ body, next: nextKeys({ since: last?.at }, { items }) }, next, {
        items: ['rows'],
        key: ['id'],
        endsWithoutNew: true,
      });
    case 'offset':
      return uniqueItems({ body, next: nextOffset({ offset: offsetOf(next), items }) }, next, {
        items: ['rows'],
        key: ['id'],
      });
  }
}

/** Walks twelve rows, two of each time, while a row is deleted and one is inserted between each two pages. */
async function walk(kind: Kind, change: (seen: readonly number[]) => Promise<void>): Promise<readonly number[]> {
  server.reset();
  for (let id = 1; id <= 12; id += 1) await ask(`${server.urls['api']}/rows`, 'POST', { id, at: Math.ceil(id / 2) });
  const ctx: Pick<StepContext<unknown>, 'run'> = {
    run: async (name, step) => step({ http: undefined, idempotencyKey: name, signal: new AbortController().signal }),
  };
  const seen: number[] = [];
  for await (const { body } of walkPages(ctx, kind, (_, next) => page(kind, next))) {
    seen.push(...body.rows.map(({ id }) => id));
    await change(seen);
  }
  return seen;
}

const remove = async (id: number): Promise<void> => void (await ask(`${server.urls['api']}/rows/${id}`, 'DELETE'));
const insert = async (id: number, at: number): Promise<void> =>
  void (await ask(`${server.urls['api']}/rows`, 'POST', { id, at }));
const original = Array.from({ length: 12 }, (_, at) => at + 1);

test.each(['cursor', 'keyset', 'overlapping'] as const)(
  '%s: rows that were there all the time come once, whatever is deleted and inserted before them',
  async (kind) => {
    let round = 0;
    const seen = await walk(kind, async (ids) => {
      round += 1;
      if (round > 4) return;
      await remove(ids.at(-1) ?? 0);
      await insert(100 + round, 0);
    });
    expect(seen.filter((id) => id <= 12)).toEqual(original);
  },
);

test('offset: a row that an insertion pushed onto the next page does not come twice', async () => {
  let round = 0;
  const seen = await walk('offset', async () => {
    round += 1;
    if (round === 1) await remove(12);
  });
  expect(new Set(seen).size).toBe(seen.length);
});
