import { expect, it } from 'vitest';
import { firstDifference } from './difference.ts';

it('finds nothing where values are the same, members in any order', () => {
  expect(firstDifference({ a: [1, { b: null }], c: '' }, { c: '', a: [1, { b: null }] })).toBeUndefined();
  expect(firstDifference({ a: 0 }, { a: -0 })).toBeUndefined();
});

it('says where values differ first, and how', () => {
  expect(firstDifference({ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] })).toEqual({
    path: '$.a[1].b',
    got: 2,
    expected: 3,
  });
  expect(firstDifference([1], [1, 2])).toEqual({ path: '$[1]', got: undefined, expected: 2 });
  expect(firstDifference({ 'two words': 1 }, {})).toEqual({ path: '$["two words"]', got: 1, expected: undefined });
  expect(firstDifference([], {})).toEqual({ path: '$', got: [], expected: {} });
});

it('takes no inherited member for one that is there', () => {
  expect(firstDifference({}, { toString: 1 })).toEqual({ path: '$.toString', got: undefined, expected: 1 });
});
