import type { MockPagination } from '../definition.ts';
import type { MockRequest } from '../mock-request.ts';
import { cursorPage } from './cursor.ts';
import { keysetPage } from './keyset.ts';
import { linkPage } from './link.ts';
import { nextUrlPage } from './next-url.ts';
import { numberedPage } from './numbered.ts';
import { offsetPage } from './offset.ts';
import type { Listing, PageCut } from './page-cut.ts';

/** The page that a request asks for; `undefined` where it asks for something that is no page. */
export function paginate(pagination: MockPagination, listing: Listing, request: MockRequest): PageCut | undefined {
  switch (pagination.kind) {
    case 'cursor':
      return cursorPage(pagination, listing, request);
    case 'page':
      return numberedPage(pagination, listing, request);
    case 'offset':
      return offsetPage(pagination, listing, request);
    case 'nextUrl':
      return nextUrlPage(pagination, listing, request);
    case 'keyset':
      return keysetPage(pagination, listing, request);
    case 'link':
      return linkPage(pagination, listing, request);
  }
}
