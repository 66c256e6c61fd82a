import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codePointLength } from './code-point-length.ts';
import { deepEqual } from './deep-equal.ts';
import { isMultipleOf } from './is-multiple-of.ts';
import { isPlainObject } from './is-plain-object.ts';
import { notAnInteger } from './not-an-integer.ts';
import { uniqueItems } from './unique-items.ts';
import { anyText } from '../ops/testing/any-text.ts';

it('compares JSON values whatever the order of properties', () => {
  expect(deepEqual({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBe(true);
  for (const [a, b] of [
    [1, '1'],
    [null, {}],
    [[], {}],
    [[1], [1, 2]],
    [{ a: 1 }, { b: 1 }],
    [{ a: undefined }, {}],
    [{ constructor: 1 }, {}],
    [{}, { constructor: 1 }],
  ])
    expect(deepEqual(a, b)).toBe(false);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(deepEqual(value, structuredClone(value))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(deepEqual(a, b)).toBe(deepEqual(b, a));
    }),
  );
});

it('finds items that repeat as deepEqual does', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 8 }), (items) => {
      const repeats = items.some((item, index) => items.slice(0, index).some((other) => deepEqual(item, other)));
      expect(uniqueItems(items)).toBe(!repeats);
    }),
  );
  expect(
    uniqueItems([
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ]),
  ).toBe(false);
  expect(uniqueItems([1, '1', true, null, 'null', [], {}, '[]'])).toBe(true);
});

it('counts code points', () => {
  expect(['', 'abc', '😀', 'a😀b', '\ud800', '\udc00\ud800'].map(codePointLength)).toEqual([0, 3, 1, 3, 1, 2]);
  fc.assert(
    fc.property(anyText, (text) => {
      expect(codePointLength(text)).toBe(Array.from(text).length);
    }),
  );
});

it('divides decimals exactly', () => {
  const good = [
    [0.3, 0.1],
    [19.99, 0.01],
    [7e22, 7],
    [0, 0.5],
    [-4.5, 1.5],
    [1e-7, 1e-8],
    [1e300, 1e-5],
  ] as const;
  const bad = [
    [0.35, 0.1],
    [1.005, 0.01],
    [5, 2],
    [1e22, 7],
    [1, 0],
    [Infinity, 1],
  ] as const;
  expect(good.filter(([value, factor]) => !isMultipleOf(value, factor))).toEqual([]);
  expect(bad.filter(([value, factor]) => isMultipleOf(value, factor))).toEqual([]);
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 0, max: 6 }), (n, places) => {
      expect(isMultipleOf(Number(`${n}e-${places}`), Number(`1e-${places}`))).toBe(true);
    }),
  );
});

it('tells objects from null and lists', () => {
  expect([{}, Object.create(null), [], null, 'x', undefined].map(isPlainObject)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('tells a number that is too large from one that is not whole', () => {
  const read: readonly unknown[] = JSON.parse('[9007199254740993, -1e20, 1.5]');
  expect(read.map(notAnInteger)).toEqual([
    'is too large to be held exactly',
    'is too large to be held exactly',
    'must be a whole number',
  ]);
});
