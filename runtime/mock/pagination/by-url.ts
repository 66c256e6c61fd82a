import type { PageSize } from '../definition.ts';
import type { StoredItem } from '../collections.ts';
import type { MockRequest } from '../mock-request.ts';
import type { Listing } from './page-cut.ts';
import { pageSize } from './page-size.ts';
import { itemsAfter, readPosition, writePosition } from './position.ts';

/** A page of a listing whose next page has a URL: the request's own, with the position in one query parameter. */
export function pageByUrl(
  pagination: { readonly size: PageSize; readonly parameter?: string },
  listing: Listing,
  request: MockRequest,
): { readonly items: readonly StoredItem[]; readonly next?: string } | undefined {
  const parameter = pagination.parameter ?? 'mock_position';
  const given = request.query[parameter];
  const position = readPosition(given);
  if (given !== undefined && position === undefined) return undefined;
  const rest = position === undefined ? listing.matching : itemsAfter(listing, position);
  const items = rest.slice(0, pageSize(pagination.size, request));
  const last = items.at(-1);
  if (last === undefined || items.length === rest.length) return { items };
  const next = new URL(request.url);
  next.searchParams.set(parameter, writePosition(last.position));
  return { items, next: next.href };
}
