import type { LinkPagination } from '../definition.ts';
import type { MockRequest } from '../mock-request.ts';
import { pageByUrl } from './by-url.ts';
import type { Listing, PageCut } from './page-cut.ts';

/** A page with the absolute URL of the next one in the `Link` header. */
export function linkPage(pagination: LinkPagination, listing: Listing, request: MockRequest): PageCut | undefined {
  const page = pageByUrl(pagination, listing, request);
  if (page === undefined) return undefined;
  return {
    items: page.items,
    places: [],
    ...(page.next !== undefined && { headers: { link: `<${page.next}>; rel="next"` } }),
  };
}
