import type { MockPagination, PageSize } from '@flowright/runtime/mock';
import type { CheckedOperation } from '../../check/endpoints/checked-operation.ts';
import { requestPlace } from './mock-matches.ts';

const DEFAULT_SIZE = 100;

/** The mock pages as the client asks. */
export function mockPagination({ pagination }: CheckedOperation): MockPagination | undefined {
  if (pagination === undefined) return undefined;
  const size: PageSize = {
    ...(pagination.size?.param !== undefined && { request: requestPlace(`query.${pagination.size.param}`) }),
    default: pagination.size?.value ?? DEFAULT_SIZE,
  };
  switch (pagination.kind) {
    case 'cursor': {
      const request = requestPlace(`${pagination.in}.${pagination.param}`);
      const more = pagination.more === undefined ? {} : { more: pagination.more };
      const last = pagination.from.indexOf(-1);
      return last === -1 ? { kind: 'cursor', request, size, next: pagination.from, ...more } : { kind: 'cursor', request, size, field: pagination.from.slice(last + 1), ...more };
    }
    case 'page':
      return {
        kind: 'page',
        request: requestPlace(`query.${pagination.param}`),
        first: pagination.first,
        size,
        ...(pagination.total !== undefined && { totalPages: pagination.total }),
        ...(pagination.more !== undefined && { more: pagination.more }),
      };
    case 'offset':
      return { kind: 'offset', request: requestPlace(`query.${pagination.param}`), size, ...(pagination.total !== undefined && { total: pagination.total }) };
    case 'nextUrl':
      return { kind: 'nextUrl', size, next: pagination.from };
    case 'link':
      return { kind: 'link', size };
  }
}
