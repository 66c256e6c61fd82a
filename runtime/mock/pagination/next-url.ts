import type { NextUrlPagination } from '../definition.ts';
import type { MockRequest } from '../mock-request.ts';
import { pageByUrl } from './by-url.ts';
import type { Listing, PageCut } from './page-cut.ts';

/** A page with the absolute URL of the next one in the envelope. */
export function nextUrlPage(
  pagination: NextUrlPagination,
  listing: Listing,
  request: MockRequest,
): PageCut | undefined {
  const page = pageByUrl(pagination, listing, request);
  if (page === undefined) return undefined;
  const end = pagination.last ?? { at: pagination.next };
  return { items: page.items, places: [page.next === undefined ? end : { at: pagination.next, value: page.next }] };
}
