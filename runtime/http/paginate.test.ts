import { describe, expect, it } from 'vitest';
import type { StepContext, StepIO } from '../context/context.ts';
import type { NextPage, Page } from './page.ts';
import { collect, collectPages, type FetchPage, paginate, type PaginateOptions, walkPages } from './paginate.ts';

/** A context that remembers the names of its steps. */
function recording() {
  const names: string[] = [];
  const ctx: Pick<StepContext<unknown>, 'run'> = {
    async run<T>(name: string, step: (io: StepIO<unknown>) => Promise<T> | T): Promise<T> {
      names.push(name);
      return step({ http: undefined, idempotencyKey: name, signal: new AbortController().signal });
    },
  };
  return { ctx, names };
}

/** Answers the pages one after the other, whatever is asked for; remembers what was. */
function pages(list: readonly Page<readonly number[]>[], asked: (NextPage | undefined)[] = []) {
  let at = 0;
  const fetch: FetchPage<unknown, readonly number[]> = (_, next) => {
    asked.push(next);
    const page = list[at];
    at += 1;
    return page === undefined ? Promise.reject(new Error('no such page')) : Promise.resolve(page);
  };
  return fetch;
}

const three = [{ body: [1, 2], next: { cursor: 'b' } }, { body: [3, 4], next: { cursor: 'c' } }, { body: [5] }];
const all = (options: PaginateOptions = {}, list: readonly Page<readonly number[]>[] = three) =>
  collect(recording().ctx, 'orders', pages(list), (body) => body, options);

it('walks the pages in order, each a step, also empty ones', async () => {
  const { ctx, names } = recording();
  const fetch = pages([{ body: [1, 2], next: { page: 1 } }, { body: [], next: { page: 2 } }, { body: [3] }]);
  expect(await collect(ctx, 'orders', fetch, (body) => body)).toEqual([1, 2, 3]);
  expect(names).toEqual(['orders/page-1', 'orders/page-2', 'orders/page-3']);
});

it('fetches a page only when it is asked for', async () => {
  const { ctx, names } = recording();
  for await (const body of paginate(ctx, 'orders', pages([{ body: [1], next: { page: 1 } }, { body: [2] }]))) {
    expect(body).toEqual([1]);
    break;
  }
  expect(names).toEqual(['orders/page-1']);
});

it('begins at a position, and tells where each page is followed by the next', async () => {
  const asked: (NextPage | undefined)[] = [];
  const { ctx } = recording();
  const nexts: (NextPage | undefined)[] = [];
  for await (const { next } of walkPages(ctx, 'orders', pages(three, asked), { startAt: { cursor: 'a' } }))
    nexts.push(next);
  expect(asked).toEqual([{ cursor: 'a' }, { cursor: 'b' }, { cursor: 'c' }]);
  expect(nexts).toEqual([{ cursor: 'b' }, { cursor: 'c' }, undefined]);
});

describe('a limit', () => {
  it.each([
    [1, [1]],
    [2, [1, 2]],
    [3, [1, 2, 3]],
    [5, [1, 2, 3, 4, 5]],
    [9, [1, 2, 3, 4, 5]],
    [undefined, [1, 2, 3, 4, 5]],
  ])('of %s items', async (count, expected) => {
    expect(await all({ limit: { items: [], count } })).toEqual(expected);
  });

  it('cuts the page that it is met on, asks for no more, and leaves what was journalled whole', async () => {
    const { ctx, names } = recording();
    const list = structuredClone(three);
    const { items, lastPage } = await collectPages(ctx, 'orders', pages(list), (body) => body, {
      limit: { items: [], count: 3 },
    });
    expect([items, lastPage, names]).toEqual([[1, 2, 3], [3], ['orders/page-1', 'orders/page-2']]);
    expect(list).toEqual(three);
  });

  it('that is met ends a walk that would go in a circle', async () => {
    const circle = [
      { body: [1], next: { cursor: 'a' } },
      { body: [2], next: { cursor: 'a' } },
    ];
    expect(await all({ limit: { items: [], count: 2 } }, circle)).toEqual([1, 2]);
  });
});

describe('a walk that would never end fails', () => {
  const circle = (code: string, what: string) =>
    expect.objectContaining({ name: 'FatalError', code, message: expect.stringContaining(what) });

  it.each<[string, readonly Page<readonly number[]>[], PaginateOptions]>([
    ['that comes again', [three[0], three[0]].flatMap((page) => page ?? []), {}],
    [
      'that comes again after a detour',
      [
        { body: [1], next: { cursor: 'a' } },
        { body: [2], next: { cursor: 'b' } },
        { body: [3], next: { cursor: 'a' } },
      ],
      {},
    ],
    ['that it began with', [{ body: [1], next: { cursor: 'a' } }], { startAt: { cursor: 'a' } }],
    [
      'that comes again, whatever was seen on the page before',
      [
        { body: [1], next: { cursor: 'a', seen: [1] } },
        { body: [2], next: { cursor: 'a', seen: [2] } },
      ],
      {},
    ],
  ])('at a position %s', async (_, list, options) => {
    await expect(all(options, list)).rejects.toEqual(circle('pagination_loop', 'leads back to a page'));
  });

  it('before the page that leads back is worked on', async () => {
    const seen: unknown[] = [];
    const again = [
      { body: [1], next: { cursor: 'a' } },
      { body: [1], next: { cursor: 'a' } },
    ];
    const walk = async (): Promise<void> => {
      for await (const body of paginate(recording().ctx, 'orders', pages(again))) seen.push(body);
    };
    await expect(walk()).rejects.toEqual(circle('pagination_loop', 'page 2'));
    expect(seen).toEqual([[1]]);
  });

  it.each(['page', 'offset'] as const)('where the system does not look at the %s', async (kind) => {
    const same = [1, 2].map((at) => ({ body: [1, 2], next: kind === 'page' ? { page: at } : { offset: at } }));
    await expect(all({}, same)).rejects.toEqual(circle('pagination_loop', 'the same as the one before'));
  });

  it('though not at empty pages, which look alike', async () => {
    const empty = [2, 3].map((page) => ({ body: [], next: { page } }));
    expect(await all({}, [...empty, { body: [1] }])).toEqual([1]);
  });

  it('where it has more pages than it may', async () => {
    const { ctx } = recording();
    let number = 0;
    const fetch = (): Promise<Page<number[]>> => Promise.resolve({ body: [number], next: { page: (number += 1) } });
    await expect(collect(ctx, 'orders', fetch, (body) => body, { maxPages: 5 })).rejects.toEqual(
      circle('page_limit', 'more than 5 pages'),
    );
    expect(number).toBe(5);
  });
});
