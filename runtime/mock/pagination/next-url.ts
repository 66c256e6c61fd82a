import type { NextUrlPagination } from '../definition.ts';
import type { MockRequest } from '../mock-request.ts';
import { pageByUrl } from './by-url.ts';
import { placed, type Listing, type PageCut } from './page-cut.ts';

/** A page with the absolute URL of the next one in the envelope. */
export function nextUrlPage(
  pagination: NextUrlPagination,
  listing: Listing,
  request: MockRequest,
): PageCut | undefined {
  const page = pageByUrl(pagination, listing, request);
  if (page === undefined) return undefined;
  const end = pagination.last ?? { at: pagination.next };
  const next = page.next === undefined ? end : { at: pagination.next, value: page.next };
  return {
    items: page.items,
    places: [
      next,
      ...placed(pagination.more, page.next !== undefined),
      ...placed(pagination.done, page.next === undefined),
    ],
  };
}
