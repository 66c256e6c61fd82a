import type { PagePagination } from '../definition.ts';
import { requestValue, type MockRequest } from '../mock-request.ts';
import { placed, type Listing, type PageCut } from './page-cut.ts';
import { pageSize } from './page-size.ts';
import { readCount } from './read-count.ts';

/** The page of a number; empty after the last one. */
export function numberedPage(pagination: PagePagination, listing: Listing, request: MockRequest): PageCut | undefined {
  const page = readCount(requestValue(request, pagination.request) ?? pagination.first);
  if (page === undefined || page < pagination.first) return undefined;
  const size = pageSize(pagination.size, request);
  const pages = Math.ceil(listing.matching.length / size);
  const index = page - pagination.first;
  return {
    items: listing.matching.slice(index * size, (index + 1) * size),
    places: [
      ...placed(pagination.totalPages, pages),
      ...placed(pagination.more, index + 1 < pages),
      ...placed(pagination.done, index + 1 >= pages),
    ],
  };
}
