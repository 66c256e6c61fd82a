import type { JsonPath, LastPage, MockPagination, PageSize } from '@flowright/runtime/mock';
import type { CheckedOperation } from '../../check/endpoints/checked-operation.ts';
import type { ShapeTable } from '../../shape/shape.ts';
import { lastPage } from './last-page.ts';
import { requestPlace } from './mock-matches.ts';

const DEFAULT_SIZE = 100;

/** The mock pages as the client asks; `example`: one of its answers. */
export function mockPagination(
  { pagination, response }: CheckedOperation,
  example: unknown,
  shapes: ShapeTable,
): MockPagination | undefined {
  if (pagination === undefined) return undefined;
  const ending = (at: JsonPath): { readonly last?: LastPage } => {
    const last = lastPage(response, at, example, shapes);
    return last === undefined ? {} : { last };
  };
  const size: PageSize = {
    ...(pagination.size?.param !== undefined && { request: requestPlace(`query.${pagination.size.param}`) }),
    default: pagination.size?.value ?? DEFAULT_SIZE,
  };
  switch (pagination.kind) {
    case 'cursor': {
      const request = requestPlace(`${pagination.in}.${pagination.param}`);
      const more = pagination.more === undefined ? {} : { more: pagination.more };
      const item = pagination.from.indexOf(-1);
      if (item !== -1) return { kind: 'cursor', request, size, field: pagination.from.slice(item + 1), ...more };
      return { kind: 'cursor', request, size, next: pagination.from, ...more, ...ending(pagination.from) };
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
      return {
        kind: 'offset',
        request: requestPlace(`query.${pagination.param}`),
        size,
        ...(pagination.total !== undefined && { total: pagination.total }),
      };
    case 'nextUrl':
      return { kind: 'nextUrl', size, next: pagination.from, ...ending(pagination.from) };
    case 'link':
      return { kind: 'link', size };
  }
}
