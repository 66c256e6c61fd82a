import type { PageSize } from '../definition.ts';
import { requestValue, type MockRequest } from '../mock-request.ts';
import { readCount } from './read-count.ts';

/** How many items this page holds: what the request says where that is fewer than the default, at least one. */
export function pageSize(size: PageSize, request: MockRequest): number {
  const asked = size.request === undefined ? undefined : readCount(requestValue(request, size.request));
  return asked === undefined || asked < 1 ? size.default : Math.min(asked, size.default);
}
