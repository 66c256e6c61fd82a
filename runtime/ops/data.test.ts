import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base64Decode, base64Encode } from './base64.ts';
import { hash } from './hash.ts';
import { parseJson, stringifyJson } from './json.ts';
import { mergeObjects, own } from './objects.ts';
import { queryParam } from './query-param.ts';
import { anyText } from './testing/any-text.ts';
import { refused } from './testing/refused.ts';

it('gives equal JSON text for equal values and reads it back', () => {
  expect(stringifyJson({ b: [{ d: 1, c: 2 }], a: null, '10': 1, '9': 2 })).toBe(
    '{"9":2,"10":1,"a":null,"b":[{"c":2,"d":1}]}',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      const read = parseJson(stringifyJson(value));
      expect(JSON.stringify(sorted(read))).toBe(JSON.stringify(sorted(parseJson(text))));
      expect(stringifyJson(reversed(value))).toBe(stringifyJson(value));
    }),
  );
  expect(() => parseJson('{')).toThrow(refused);
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

it('encodes and decodes base64 in UTF-8', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(base64Decode(base64Encode(text))).toBe(text);
    }),
  );
  expect(base64Encode('ü?>')).toBe('w7w/Pg==');
  expect([base64Decode('w7w_Pg'), base64Decode('w7w/\r\nPg==')]).toEqual(['ü?>', 'ü?>']);
  for (const bad of ['a', 'ab!=', '/w==', 'YQ=b']) expect(() => base64Decode(bad)).toThrow(refused);
});

it('hashes text', () => {
  expect(hash('', 'md5')).toBe('d41d8cd98f00b204e9800998ecf8427e');
  expect(hash('abc', 'sha1')).toBe('a9993e364706816aba3e25717850c26c9cd0d89d');
  expect(hash('abc', 'sha256', 'base64')).toBe('ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=');
  expect(hash('ü', 'sha512')).toHaveLength(128);
});

it('takes a query parameter out of a URL', () => {
  expect(queryParam('https://a/b?x=1&y=a%20b+c&y=2#?z=3', 'y')).toBe('a b c');
  expect([queryParam('/b?x=', 'x'), queryParam('https://a/b', 'x'), queryParam('https://a/?y=1#x=2', 'x')]).toEqual([
    '',
    undefined,
    undefined,
  ]);
});

it('merges from left to right and reads own properties only', () => {
  expect(mergeObjects({ a: 1, b: 1 }, undefined, { b: 2 }, null)).toEqual({ a: 1, b: 2 });
  const evil: object = Object.freeze(Object.fromEntries([['__proto__', { polluted: true }]]));
  expect(Object.getPrototypeOf(mergeObjects({}, evil))).toBe(Object.prototype);
  const merged: { a: number; b: string } = mergeObjects({ a: 1, b: 1 }, { b: 'x' });
  expect(own(merged, 'b')).toBe('x');
  expect([own({}, 'constructor'), own(null, 'a'), own(undefined, 'a')]).toEqual([undefined, undefined, undefined]);
});
