import type { StepContext, StepIO } from '../context/context.ts';
import { FatalError } from '../context/errors.ts';
import type { NextPage, Page } from './page.ts';

export interface PaginateOptions {
  /** A list of more pages is an error rather than cut short: 10,000 where absent. */
  readonly maxPages?: number;
}

/** Asks for one page; the first where `next` is absent. */
export type FetchPage<C, T> = (io: StepIO<C>, next: NextPage | undefined) => Promise<Page<T>>;

/**
 * The bodies of all pages, in order. Each page is a journalled step, `<name>/page-1` and on, fetched when it is asked
 * for. A `next` that came before would never end and is a `FatalError('provider_error')`, as is a page too many.
 */
export async function* paginate<C, T>(
  ctx: Pick<StepContext<C>, 'run'>,
  name: string,
  fetch: FetchPage<C, T>,
  options: PaginateOptions = {},
): AsyncGenerator<T, void, undefined> {
  const { maxPages = 10_000 } = options;
  const seen = new Set<string>();
  let next: NextPage | undefined;
  for (let number = 1; ; number += 1) {
    const asked = next;
    const page = await ctx.run(`${name}/page-${number}`, (io) => fetch(io, asked));
    yield page.body;
    if (page.next === undefined) return;
    next = page.next;
    const mark = JSON.stringify(next);
    if (seen.has(mark))
      throw new FatalError(
        'provider_error',
        `${name}: the cursor repeats after page ${number}, so the list would never end`,
        { page: number },
      );
    if (number >= maxPages)
      throw new FatalError('provider_error', `${name}: the list has more than ${maxPages} pages`, { page: number });
    seen.add(mark);
  }
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
