import { expect, it } from 'vitest';
import type { StepContext, StepIO } from '../context/context.ts';
import type { NextPage, Page } from './page.ts';
import { collect, paginate } from './paginate.ts';

/** A context whose steps run at once, with their names on record. */
function recording(): { ctx: Pick<StepContext<null>, 'run'>; names: string[] } {
  const names: string[] = [];
  const io: StepIO<null> = { http: null, idempotencyKey: 'k', signal: new AbortController().signal };
  return {
    names,
    ctx: {
      run: async (name, step) => {
        names.push(name);
        return step(io);
      },
    },
  };
}

const pages =
  (list: readonly Page<number[]>[]) =>
  (_: StepIO<null>, next: NextPage | undefined): Promise<Page<number[]>> => {
    const page = list[next !== undefined && 'page' in next ? next.page : 0];
    return page === undefined ? Promise.reject(new Error('no such page')) : Promise.resolve(page);
  };

it('journals each page as a step of its own and collects the items in order', async () => {
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

it('stops a cursor that repeats, also after a detour', async () => {
  const { ctx, names } = recording();
  const fetch = pages([
    { body: [1], next: { page: 1 } },
    { body: [2], next: { page: 2 } },
    { body: [3], next: { page: 1 } },
  ]);
  await expect(collect(ctx, 'orders', fetch, (body) => body)).rejects.toMatchObject({
    name: 'FatalError',
    code: 'provider_error',
    message: expect.stringContaining('the cursor repeats'),
  });
  expect(names).toHaveLength(3);
});

it('fails rather than leaving out what is beyond the page cap', async () => {
  const { ctx } = recording();
  let number = 0;
  const fetch = (): Promise<Page<number[]>> => Promise.resolve({ body: [1], next: { page: (number += 1) } });
  await expect(collect(ctx, 'orders', fetch, (body) => body, { maxPages: 5 })).rejects.toMatchObject({
    code: 'provider_error',
    message: expect.stringContaining('more than 5 pages'),
  });
  expect(number).toBe(5);
});
