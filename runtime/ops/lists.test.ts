import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compact, entries, flatten, fromEntries, sortBy, unique } from './lists.ts';

it('keeps the first of what repeats, by value', () => {
  expect(unique([1, '1', 1, null, null, 'a', 'a', 'null'])).toEqual([1, '1', null, 'a', 'null']);
  expect(unique([{ a: 1, b: 2 }, { b: 2, a: 1 }, [1], [1]])).toEqual([{ a: 1, b: 2 }, [1]]);
  expect(
    unique(
      [
        { id: 1, n: 'x' },
        { id: 1, n: 'y' },
      ],
      ({ id }) => id,
    ),
  ).toEqual([{ id: 1, n: 'x' }]);
});

it('sorts numbers by value, text by code unit, absent keys last in both orders', () => {
  const sorted = (keys: (string | number | boolean | null | undefined)[], order?: 'asc' | 'desc') =>
    sortBy(keys, (key) => key, order);
  expect(sorted([10, undefined, 9, null, 2])).toEqual([2, 9, 10, undefined, null]);
  expect(sorted([10, undefined, 9, Number.NaN, 2], 'desc')).toEqual([10, 9, 2, undefined, Number.NaN]);
  expect(sorted(['b', 'B', 'ä', 'a', '10', '9'])).toEqual(['10', '9', 'B', 'a', 'b', 'ä']);
  expect(sorted(['x', 1, true, false])).toEqual([false, true, 1, 'x']);
});

it('sorts stably and changes nothing of what it is given', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ key: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }), at: fc.nat() })),
      fc.constantFrom('asc', 'desc'),
      (items, order) => {
        const indexed = items.map(({ key }, index) => ({ key, index }));
        const copy = structuredClone(indexed);
        const result = sortBy(indexed, ({ key }) => key, order);
        expect(indexed).toEqual(copy);
        for (const [position, { key, index }] of result.entries()) {
          const before = result[position - 1];
          if (before !== undefined && before.key === key) expect(before.index).toBeLessThan(index);
        }
      },
    ),
  );
});

it('flattens one level, drops what is absent, lists properties', () => {
  expect(flatten([[1], 2, [3, 4]])).toEqual([1, 2, 3, 4]);
  expect(compact([0, null, '', undefined, false])).toEqual([0, '', false]);
  expect(entries({ b: 1, a: 2 })).toEqual([
    { key: 'b', value: 1 },
    { key: 'a', value: 2 },
  ]);
  expect(fromEntries([{ key: 'b', value: 1 }, { key: 7 }, { key: 8, value: 0 }, { key: 'b', value: 3 }])).toEqual({
    b: 3,
    8: 0,
  });
});
