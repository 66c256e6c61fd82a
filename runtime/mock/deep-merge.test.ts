import { expect, test } from 'vitest';
import { deepMerge } from './deep-merge.ts';

test('merges objects field by field and replaces the rest', () => {
  expect(deepMerge({ a: { b: 1, c: 2 }, d: [1, 2], e: 1 }, { a: { c: 3 }, d: [9], e: null })).toEqual({
    a: { b: 1, c: 3 },
    d: [9],
    e: null,
  });
});

test('keeps the base where there is nothing to lay over it', () => {
  expect(deepMerge({ a: 1 }, undefined)).toEqual({ a: 1 });
});

test('does not reach a prototype', () => {
  deepMerge({}, JSON.parse('{"__proto__":{"polluted":true}}'));
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
