import { expect, it } from 'vitest';
import { replaceText, sliceText, splitText, truncate } from './text.ts';

it('splits at a literal separator; nothing has no parts', () => {
  expect([splitText('a.b.c', '.'), splitText('', ','), splitText(',', ',')]).toEqual([['a', 'b', 'c'], [], ['', '']]);
});

it('replaces every occurrence, all of it literal', () => {
  expect(replaceText('a.b.c', '.', '$&')).toBe('a$&b$&c');
  expect(replaceText('abc', '', '-')).toBe('abc');
});

it('cuts by code points', () => {
  expect([sliceText('a😀b', 1, 2), sliceText('a😀b', -1), sliceText('ab', 5)]).toEqual(['😀', 'b', '']);
  expect([
    truncate('a😀b', 2),
    truncate('a😀b', 3),
    truncate('abcdef', 4, '…'),
    truncate('abc', 0),
    truncate('abcdef', 1, '...'),
  ]).toEqual(['a😀', 'a😀b', 'abc…', '', '.']);
});
