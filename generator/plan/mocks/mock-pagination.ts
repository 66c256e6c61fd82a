import type { JsonPath, LastPage, MockPagination, PageSize, RequestPlace } from '@flowright/runtime/mock';
import type { CheckedOperation } from '../../check/endpoints/checked-operation.ts';
import type { ItemsPath, KeysetPlan } from '../../ir/pagination.ts';
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
  const placeOf = (place: string, param: string): RequestPlace => requestPlace(`${place}.${param}`);
  const inBody = 'in' in pagination && pagination.in === 'body';
  const size: PageSize = {
    ...(pagination.size?.param !== undefined && {
      request: placeOf(inBody ? 'body' : 'query', pagination.size.param),
    }),
    default: pagination.size?.value ?? DEFAULT_SIZE,
  };
  switch (pagination.kind) {
    case 'cursor': {
      const paths = pagination.from.flatMap((source) => ('path' in source ? [source.path] : []));
      const headers = pagination.from.flatMap((source) => ('header' in source ? [source.header] : []));
      const ofItem = paths.find((path) => path.includes(-1));
      const own = paths.find((path) => !path.includes(-1));
      return {
        kind: 'cursor',
        request: placeOf(pagination.in, pagination.param),
        size,
        ...(ofItem !== undefined && { field: ofItem.slice(ofItem.indexOf(-1) + 1) }),
        ...(own !== undefined && { next: own, ...ending(own) }),
        ...(headers[0] !== undefined && { header: headers[0] }),
        ...(pagination.urlParam !== undefined && { urlParam: pagination.urlParam }),
        ...(pagination.more !== undefined && { more: pagination.more }),
        ...(pagination.last !== undefined && { done: pagination.last }),
      };
    }
    case 'page':
      return {
        kind: 'page',
        request: placeOf(pagination.in, pagination.param),
        first: pagination.first,
        size,
        ...(pagination.total !== undefined && { totalPages: pagination.total }),
        ...(pagination.more !== undefined && { more: pagination.more }),
        ...(pagination.last !== undefined && { done: pagination.last }),
      };
    case 'offset':
      return {
        kind: 'offset',
        request: placeOf(pagination.in, pagination.param),
        size,
        ...(pagination.total !== undefined && { total: pagination.total }),
        ...(pagination.more !== undefined && { more: pagination.more }),
        ...(pagination.last !== undefined && { done: pagination.last }),
      };
    case 'window':
      // Which items a piece holds is a match of the mock: only the author knows the field.
      return undefined;
    case 'keyset': {
      const fields = inOrder(pagination.keys).map(({ param, path }) => ({
        request: placeOf(pagination.in, param),
        field: path.slice(path.indexOf(-1) + 1),
      }));
      return {
        kind: 'keyset',
        keys: fields,
        // Where items are told apart, a page by one key begins with the item that the one before ended with.
        inclusive: pagination.unique !== undefined && fields.length === 1,
        size,
        ...(pagination.more !== undefined && { more: pagination.more }),
        ...(pagination.last !== undefined && { done: pagination.last }),
      };
    }
    case 'nextUrl':
      return {
        kind: 'nextUrl',
        size,
        next: pagination.from,
        ...(pagination.more !== undefined && { more: pagination.more }),
        ...(pagination.last !== undefined && { done: pagination.last }),
        ...ending(pagination.from),
      };
    case 'link':
      return { kind: 'link', size };
  }
}

/** The keys of a spec have no order, those of a list do: an id only tells apart what is equal otherwise. */
function inOrder(keys: KeysetPlan['keys']): KeysetPlan['keys'] {
  const isId = (path: ItemsPath): number => (/id$/iu.test(String(path.at(-1))) ? 1 : 0);
  return keys.toSorted((left, right) => isId(left.path) - isId(right.path));
}
