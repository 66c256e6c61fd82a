import { queryParam } from '../ops/query-param.ts';
import { linkTarget } from './link-header.ts';
import type { NextPage } from './page.ts';
import { readPath } from './read-path.ts';

/** What a response says of further pages: a flag (`has_more`), or nothing. Anything but a boolean counts as nothing. */
type HasMore = unknown;

/** The page after one whose body holds a cursor. No cursor, an empty one or `hasMore: false` means that this was the last. */
export function nextCursor(cursor: unknown, hasMore?: HasMore): NextPage | undefined {
  if (hasMore === false) return undefined;
  const usable = typeof cursor === 'string' ? cursor !== '' : typeof cursor === 'number' && Number.isFinite(cursor);
  return usable && (typeof cursor === 'string' || typeof cursor === 'number') ? { cursor } : undefined;
}

/** Of several values that may be the cursor the first that is one: the answer's own, else the last item's id. */
export function firstCursor(...candidates: readonly unknown[]): string | number | undefined {
  for (const candidate of candidates) {
    const next = nextCursor(candidate);
    if (next !== undefined) return cursorOf(next);
  }
  return undefined;
}

/** The cursor that a URL carries as a query parameter, decoded; `undefined` where there is no URL or it has none. */
export function cursorInUrl(url: unknown, parameter: string): string | undefined {
  return typeof url === 'string' ? queryParam(url, parameter) : undefined;
}

/** The page after the last item's `field` (`starting_after`). An empty page or `hasMore: false` means that this was the last. */
export function nextAfterLast(
  items: readonly unknown[],
  field: readonly (string | number)[],
  hasMore?: HasMore,
): NextPage | undefined {
  return nextCursor(readPath(items.at(-1), field), hasMore);
}

/** What is known of a numbered page. `totalPages` may be the number as text. */
export interface NumberedPage {
  readonly page: number;
  /** How many items came. */
  readonly items: number;
  /** How many were asked for; give it only where the system keeps to it, since a page that is shorter ends the list. */
  readonly size?: number;
  readonly totalPages?: unknown;
  readonly hasMore?: HasMore;
}

/** The next page number: while `hasMore` says so, else up to `totalPages`, else until a page is short or empty. */
export function nextPageNumber({ page, items, size, totalPages, hasMore }: NumberedPage): NextPage | undefined {
  const last = count(totalPages);
  const more =
    typeof hasMore === 'boolean' ? hasMore : last !== undefined ? page < last : items > 0 && items >= (size ?? 1);
  return more ? { page: page + 1 } : undefined;
}

/** What is known of a page at an offset. `total` may be the number as text. */
export interface OffsetPage {
  readonly offset: number;
  /** How many items came. */
  readonly items: number;
  /** How many were asked for; give it only where the system keeps to it, since a page that is shorter ends the list. */
  readonly limit?: number;
  readonly total?: unknown;
  readonly hasMore?: HasMore;
}

/**
 * The next offset: while `hasMore` says so, else up to `total`, else until a page is short. It moves on by what came
 * rather than by what was asked for, so that a system that sends less loses nothing. An empty page always ends the list.
 */
export function nextOffset({ offset, items, limit, total, hasMore }: OffsetPage): NextPage | undefined {
  if (items === 0) return undefined;
  const end = offset + items;
  const all = count(total);
  const more = typeof hasMore === 'boolean' ? hasMore : all !== undefined ? end < all : items >= (limit ?? 1);
  return more ? { offset: end } : undefined;
}

/** The page behind a URL in the body. No URL means that this was the last. */
export function nextUrl(url: unknown, hasMore?: HasMore): NextPage | undefined {
  return hasMore !== false && typeof url === 'string' && url !== '' ? { url } : undefined;
}

/** The page behind the response's `Link` header (RFC 8288). */
export function nextLink(header: string | undefined, rel = 'next'): NextPage | undefined {
  return nextUrl(linkTarget(header, rel));
}

/** The cursor to ask with; `undefined` for the first page. */
export function cursorOf(next: NextPage | undefined): string | number | undefined {
  return next !== undefined && 'cursor' in next ? next.cursor : undefined;
}

/** The page number to ask for; `first` for the first page. */
export function pageOf(next: NextPage | undefined, first = 1): number {
  return next !== undefined && 'page' in next ? next.page : first;
}

/** The offset to ask with; `first` for the first page. */
export function offsetOf(next: NextPage | undefined, first = 0): number {
  return next !== undefined && 'offset' in next ? next.offset : first;
}

/** The URL to ask (for `ApiRequest.url`); `undefined` for the first page. */
export function urlOf(next: NextPage | undefined): string | undefined {
  return next !== undefined && 'url' in next ? next.url : undefined;
}

function count(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
