import type { StoredItem } from '../collections.ts';
import { compareValues } from '../compare.ts';
import type { CursorPagination } from '../definition.ts';
import { valueAt, type JsonPath } from '../json-path.ts';
import { requestValue, type MockRequest } from '../mock-request.ts';
import { placed, type Listing, type PageCut, type Placement } from './page-cut.ts';
import { pageSize } from './page-size.ts';
import { itemsAfter, readPosition, writePosition } from './position.ts';

/** The items after a cursor. */
export function cursorPage(pagination: CursorPagination, listing: Listing, request: MockRequest): PageCut | undefined {
  const cursor = requestValue(request, pagination.request);
  const rest =
    cursor === undefined || cursor === '' ? listing.matching : itemsAfterCursor(pagination.field, listing, cursor);
  if (rest === undefined) return undefined;
  const items = rest.slice(0, pageSize(pagination.size, request));
  const more = items.length < rest.length;
  const last = items.at(-1);
  const next = more && last !== undefined ? nextValue(pagination, last, request) : undefined;
  return {
    items,
    places: [
      ...(next === undefined ? endOf(pagination) : placed(pagination.next, next)),
      ...placed(pagination.more, more),
      ...placed(pagination.done, !more),
    ],
    ...(pagination.header !== undefined && next !== undefined && { headers: { [pagination.header]: textOf(next) } }),
  };
}

/** The cursor, or the URL that carries it. */
function nextValue({ field, urlParam }: CursorPagination, last: StoredItem, request: MockRequest): unknown {
  const cursor = cursorOf(field, last);
  if (urlParam === undefined) return cursor;
  const url = new URL(request.url);
  url.searchParams.set(urlParam, textOf(cursor));
  return url.href;
}

function endOf({ last, next }: CursorPagination): readonly Placement[] {
  if (last !== undefined) return [last];
  return next === undefined ? [] : [{ at: next }];
}

function cursorOf(field: JsonPath | undefined, item: StoredItem): unknown {
  return field === undefined ? writePosition(item.position) : valueAt(item.value, field);
}

function itemsAfterCursor(
  field: JsonPath | undefined,
  listing: Listing,
  cursor: unknown,
): readonly StoredItem[] | undefined {
  if (field === undefined) {
    const position = readPosition(cursor);
    return position === undefined ? undefined : itemsAfter(listing, position);
  }
  const at = listing.all.find((item) => compareValues(valueAt(item.value, field), cursor) === 0);
  if (at !== undefined) return itemsAfter(listing, at.position);
  // No such item (a start value, or it was deleted since): what comes after it by the field's own order.
  return listing.matching.filter((item) => {
    const order = compareValues(valueAt(item.value, field), cursor) ?? 0;
    return listing.newestFirst ? order < 0 : order > 0;
  });
}

function textOf(cursor: unknown): string {
  return typeof cursor === 'string' ? cursor : JSON.stringify(cursor);
}
