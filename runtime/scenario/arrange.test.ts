import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange } from './arrange.ts';

const ascending = (one: number, other: number): number => one - other;

test('puts items in the order of what they are compared with', () => {
  const like = [{ a: 1 }, { a: 2 }, { a: 2 }];
  expect(arrange([{ a: 2 }, { a: 1 }, { a: 2 }], like)).toEqual(like);
});

test('leaves what fits nothing where something is missing, and at the end', () => {
  expect(arrange([{ b: 1 }, { a: 2 }, { b: 2 }], [{ a: 1 }, { a: 2 }])).toEqual([{ b: 1 }, { a: 2 }, { b: 2 }]);
  expect(arrange([{ a: 2 }], [{ a: 1 }, { a: 2 }])).toEqual([{ a: 2 }]);
});

test('gives a matcher of parts only what the others can do without', () => {
  const like = [expect.objectContaining({ call: 'a' }), { call: 'a', body: 1 }, expect.objectContaining({ body: 2 })];
  const items = [
    { call: 'b', body: 2 },
    { call: 'a', body: 1 },
    { call: 'a', body: 2 },
  ];
  expect(arrange(items, like)).toEqual(like);
});

test('whatever the order, the same comes out, and nothing is lost', () => {
  const numbers = fc.array(fc.nat({ max: 4 }), { maxLength: 8 });
  fc.assert(
    fc.property(numbers, fc.array(fc.nat()), (items, keys) => {
      const shuffled = items
        .map((item, index) => [keys[index] ?? 0, item] as const)
        .toSorted(([one], [other]) => one - other);
      expect(
        arrange(
          shuffled.map(([, item]) => item),
          items,
        ),
      ).toEqual(items);
    }),
  );
  fc.assert(
    fc.property(numbers, numbers, (items, like) => {
      expect(arrange(items, like).toSorted(ascending)).toEqual(items.toSorted(ascending));
    }),
  );
});
