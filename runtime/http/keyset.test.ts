import { expect, it } from 'vitest';
import { keyNumber, keyOf, keyText, nextKeys } from './keyset.ts';

it('goes on by the keys of the last item until a page is empty, short, or said to be the last', () => {
  const keys = { since: '2026-01-02', after: 7 };
  expect(nextKeys(keys, { items: 2 })).toEqual({ keys });
  expect(nextKeys(keys, { items: 0 })).toBeUndefined();
  expect(nextKeys(keys, { items: 2, hasMore: false })).toBeUndefined();
  expect(nextKeys(keys, { items: 2, size: 3 })).toBeUndefined();
  expect(nextKeys(keys, { items: 2, size: 2, hasMore: true })).toEqual({ keys });
});

it('fails rather than losing what is behind an item without a key', () => {
  expect(() => nextKeys({ since: null }, { items: 1 })).toThrow(expect.objectContaining({ code: 'invalid_response' }));
  expect(nextKeys({ since: null }, { items: 1, hasMore: false })).toBeUndefined();
});

it('reads the keys back', () => {
  const next = { keys: { since: 'x', after: 7 } };
  expect([
    keyOf(next, 'since'),
    keyOf(next, 'toString'),
    keyOf({ page: 1 }, 'since'),
    keyOf(undefined, 'since'),
  ]).toEqual(['x', undefined, undefined, undefined]);
  expect([keyText(next, 'since'), keyNumber(next, 'after')]).toEqual(['x', 7]);
  expect(() => keyText(next, 'after')).toThrow('is no text');
});
