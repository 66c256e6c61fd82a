import { expect, it } from 'vitest';
import {
  cursorInUrl,
  firstCursor,
  cursorOf,
  nextAfterLast,
  nextCursor,
  nextLink,
  nextOffset,
  nextPageNumber,
  nextUrl,
  offsetOf,
  pageOf,
  urlOf,
} from './next-page.ts';

it('follows a cursor until there is none or a flag ends it', () => {
  expect(nextCursor('abc')).toEqual({ cursor: 'abc' });
  expect(nextCursor(0)).toEqual({ cursor: 0 });
  for (const none of ['', null, undefined, false, {}, Number.NaN]) expect(nextCursor(none)).toBeUndefined();
  expect(nextCursor('abc', false)).toBeUndefined();
  expect(nextCursor('abc', true)).toEqual({ cursor: 'abc' });
  expect(nextCursor('abc', undefined)).toEqual({ cursor: 'abc' });
});

it('follows a field of the last item', () => {
  expect(nextAfterLast([{ id: 1 }, { node: { id: 'x' } }], ['node', 'id'])).toEqual({ cursor: 'x' });
  expect(nextAfterLast([{ id: 1 }], ['id'], false)).toBeUndefined();
  expect(nextAfterLast([], ['id'], true)).toBeUndefined();
});

it('counts pages until the flag, the total, or a short page ends them', () => {
  expect(nextPageNumber({ page: 1, items: 0, hasMore: true })).toEqual({ page: 2 });
  expect(nextPageNumber({ page: 1, items: 9, hasMore: false, totalPages: 9 })).toBeUndefined();
  expect(nextPageNumber({ page: 1, items: 9, totalPages: '2' })).toEqual({ page: 2 });
  expect(nextPageNumber({ page: 2, items: 9, totalPages: 2 })).toBeUndefined();
  expect(nextPageNumber({ page: 3, items: 10, size: 10 })).toEqual({ page: 4 });
  expect(nextPageNumber({ page: 3, items: 9, size: 10 })).toBeUndefined();
  expect(nextPageNumber({ page: 3, items: 1 })).toEqual({ page: 4 });
  expect(nextPageNumber({ page: 3, items: 0 })).toBeUndefined();
});

it('moves an offset by what came', () => {
  expect(nextOffset({ offset: 0, items: 50, limit: 100, total: 120 })).toEqual({ offset: 50 });
  expect(nextOffset({ offset: 100, items: 20, limit: 100, total: '120' })).toBeUndefined();
  expect(nextOffset({ offset: 0, items: 100, limit: 100 })).toEqual({ offset: 100 });
  expect(nextOffset({ offset: 0, items: 99, limit: 100 })).toBeUndefined();
  expect(nextOffset({ offset: 0, items: 0, hasMore: true })).toBeUndefined();
});

it('follows a URL of the body or of the Link header', () => {
  expect(nextUrl('https://a/b?c')).toEqual({ url: 'https://a/b?c' });
  expect(nextUrl(null)).toBeUndefined();
  expect(nextLink('<https://a/2>; rel="next"')).toEqual({ url: 'https://a/2' });
  expect(nextLink(undefined)).toBeUndefined();
});

it('reads back what to ask for', () => {
  expect([cursorOf({ cursor: 'a' }), cursorOf(undefined)]).toEqual(['a', undefined]);
  expect([pageOf({ page: 3 }), pageOf(undefined), pageOf(undefined, 0)]).toEqual([3, 1, 0]);
  expect([offsetOf({ offset: 3 }), offsetOf(undefined)]).toEqual([3, 0]);
  expect([urlOf({ url: 'u' }), urlOf(undefined)]).toEqual(['u', undefined]);
});

it('takes the first of several values that may be the cursor', () => {
  expect(firstCursor('last', 'item')).toBe('last');
  for (const none of [undefined, null, '', {}, Number.NaN]) expect(firstCursor(none, 'item')).toBe('item');
  expect(firstCursor(null, undefined)).toBeUndefined();
});

it('takes a cursor out of a URL, absolute or not, decoded', () => {
  expect(cursorInUrl('https://a/b?page%5Bcursor%5D=x%3D%3D&page[size]=1', 'page[cursor]')).toBe('x==');
  expect(cursorInUrl('/b?after=2#c', 'after')).toBe('2');
  for (const none of ['/b', 'https://a/?other=1', null, undefined, 3])
    expect(cursorInUrl(none, 'after')).toBeUndefined();
});
