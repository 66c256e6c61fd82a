import type { OffsetPagination } from '../definition.ts';
import { requestValue, type MockRequest } from '../mock-request.ts';
import { placed, type Listing, type PageCut } from './page-cut.ts';
import { pageSize } from './page-size.ts';
import { readCount } from './read-count.ts';

/** The items from an offset on; none after the last one. */
export function offsetPage(pagination: OffsetPagination, listing: Listing, request: MockRequest): PageCut | undefined {
  const offset = readCount(requestValue(request, pagination.request) ?? 0);
  if (offset === undefined) return undefined;
  const end = offset + pageSize(pagination.size, request);
  const total = listing.matching.length;
  return {
    items: listing.matching.slice(offset, end),
    places: [
      ...placed(pagination.total, total),
      ...placed(pagination.more, end < total),
      ...placed(pagination.done, end >= total),
    ],
  };
}
