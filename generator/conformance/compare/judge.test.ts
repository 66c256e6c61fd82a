import { expect, test } from 'vitest';
import { firstDifference } from './first-difference.ts';
import { judge } from './judge.ts';

test('compares what is left after JSON: undefined is absent, null is not, the order of members is free', () => {
  expect(firstDifference({ a: 1, b: undefined, c: [{ d: null }] }, { c: [{ d: null }], a: 1 })).toBeUndefined();
  expect(firstDifference({ a: null }, {})).toBe('$.a: null, not absent');
  expect(firstDifference({}, { a: 0 })).toBe('$.a: absent, not 0');
  expect(firstDifference([1, 2], [1])).toBe('$ has 2 items, not 1');
  expect(firstDifference([1, [2]], [1, [3]])).toBe('$[1][0]: 2, not 3');
  expect(firstDifference([], {})).toBe('$: [], not {}');
  expect(firstDifference('1', 1)).toBe('$: "1", not 1');
});

test('names each model whose records differ, also one that nothing was expected of', () => {
  const recorded = {
    id: 'a',
    kind: 'sync',
    connection: {},
    exchanges: [],
    expected: { saved: { A: [1] }, deleted: { A: [] } },
  } as const;
  expect(judge(recorded, { saved: { A: [1] }, deleted: {} })).toEqual([]);
  expect(judge(recorded, { saved: { B: [1] }, deleted: { A: [2] } })).toEqual([
    'saved A $ has 0 items, not 1',
    'saved B $ has 1 items, not 0',
    'deleted A $ has 1 items, not 0',
  ]);
});

test('a failed run passes no case', () => {
  const recorded = { id: 'a', kind: 'action', connection: {}, exchanges: [], expected: {} } as const;
  expect(judge(recorded, { saved: {}, deleted: {} })).toEqual([]);
  expect(judge(recorded, { failure: { code: 'x', message: 'y' }, saved: {}, deleted: {} })).toEqual([
    'the run failed with x: y',
  ]);
});
