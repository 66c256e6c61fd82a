import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeQuery, setQueryParameter } from './query.ts';
import { anyText } from '../ops/testing/any-text.ts';

it('is read back as it was given', () => {
  const name = anyText.filter((text) => text !== '' && !/^\d+$/.test(text) && text !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(name, fc.oneof(anyText, fc.array(anyText)), { noNullPrototype: true }), (query) => {
      const pairs = Object.entries(query).flatMap(([key, value]) => [value].flat().map((item) => [key, item]));
      expect([...new URLSearchParams(encodeQuery(query))]).toEqual(pairs);
    }),
  );
});

it('leaves out what is absent and keeps 0, false and the empty text', () => {
  expect(encodeQuery({ a: undefined, b: null, c: 0, d: false, e: '', f: [] })).toBe('c=0&d=false&e=');
  expect(encodeQuery({ lone: '\ud800' })).toBe('lone=%EF%BF%BD');
});

it('replaces a parameter however it is encoded', () => {
  expect(setQueryParameter('a=1&api%5Fkey=old&b=2&api_key=older', 'api_key', 'n w')).toBe('a=1&b=2&api_key=n%20w');
  expect(setQueryParameter('', 'k', 'v')).toBe('k=v');
});
