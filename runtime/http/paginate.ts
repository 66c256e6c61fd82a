import type { StepContext, StepIO } from '../context/context.ts';
import { FatalError } from '../context/errors.ts';
import type { NextPage, Page } from './page.ts';
import { pageGuard } from './page-guard.ts';
import { readPath } from './read-path.ts';
import { withItems } from './with-items.ts';

export interface PaginateOptions {
  /** A list of more pages is an error rather than cut short: 10,000 where absent. */
  readonly maxPages?: number;
  /** The first page that is asked for; the list's own first one where absent. */
  readonly startAt?: NextPage | undefined;
  /** At most so many items in all: the last page is cut, and no more are asked for. */
  readonly limit?: { readonly items: readonly (string | number)[]; readonly count: number | undefined };
}

/** Asks for one page; the first where `next` is absent. */
export type FetchPage<C, T> = (io: StepIO<C>, next: NextPage | undefined) => Promise<Page<T>>;

/** A page on the way, and where the one after it is, as the system says: undefined on the last. */
export interface PageRead<T> {
  readonly body: T;
  readonly next: NextPage | undefined;
}

/**
 * The pages, in order. Each is a journalled step, `<name>/page-1` and on, fetched when it is asked for. A walk in a circle
 * is a `FatalError('pagination_loop')`, a page too many a `FatalError('page_limit')`.
 */
export async function* walkPages<C, T>(
  ctx: Pick<StepContext<C>, 'run'>,
  name: string,
  fetch: FetchPage<C, T>,
  options: PaginateOptions = {},
): AsyncGenerator<PageRead<T>, void, undefined> {
  const { maxPages = 10_000, startAt, limit } = options;
  const guard = pageGuard(name, startAt);
  let next = startAt;
  let left = limit?.count ?? Infinity;
  for (let number = 1; ; number += 1) {
    const asked = next;
    const page = await ctx.run(`${name}/page-${number}`, (io) => fetch(io, asked));
    next = page.next;
    const items = limit === undefined ? undefined : readPath(page.body, limit.items);
    const count = Array.isArray(items) ? items.length : 0;
    if (limit !== undefined && count >= left) {
      const rest = left;
      yield { body: count > rest ? withItems(page.body, limit.items, (_, index) => index < rest) : page.body, next };
      return;
    }
    left -= count;
    if (next !== undefined) guard.check(page.body, next, number);
    yield { body: page.body, next };
    if (next === undefined) return;
    if (number >= maxPages)
      throw new FatalError('page_limit', `${name}: the list has more than ${maxPages} pages`, { page: number });
  }
}

/** The bodies of all pages, in order; as `walkPages`. */
export async function* paginate<C, T>(
  ctx: Pick<StepContext<C>, 'run'>,
  name: string,
  fetch: FetchPage<C, T>,
  options: PaginateOptions = {},
): AsyncGenerator<T, void, undefined> {
  for await (const { body } of walkPages(ctx, name, fetch, options)) yield body;
}

/** All items of all pages, in order. For lists that fit in memory; `paginate` takes a page at a time. */
export async function collect<C, T, I>(
  ctx: Pick<StepContext<C>, 'run'>,
  name: string,
  fetch: FetchPage<C, T>,
  items: (body: T) => readonly I[],
  options: PaginateOptions = {},
): Promise<I[]> {
  const all: I[] = [];
  for await (const body of paginate(ctx, name, fetch, options)) for (const item of items(body)) all.push(item);
  return all;
}

/** All items as `collect`, and the last page that was read: with a limit, the one that it cut. */
export async function collectPages<C, T, I>(
  ctx: Pick<StepContext<C>, 'run'>,
  name: string,
  fetch: FetchPage<C, T>,
  items: (body: T) => readonly I[],
  options: PaginateOptions = {},
): Promise<{ readonly items: I[]; readonly lastPage: T }> {
  const all: I[] = [];
  let last: { readonly page: T } | undefined;
  for await (const body of paginate(ctx, name, fetch, options)) {
    for (const item of items(body)) all.push(item);
    last = { page: body };
  }
  // The first page is always read.
  if (last === undefined) throw new TypeError(`${name}: no page was read`);
  return { items: all, lastPage: last.page };
}
