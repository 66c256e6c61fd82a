import { expect, test } from 'vitest';
import { cyclesIn, immediateReferences } from './cycles.ts';

test('references to the same value are those outside of fields and items', () => {
  expect(
    immediateReferences({
      allOf: [{ $ref: 'a' }, { anyOf: [{ $ref: 'b' }, { type: 'null' }] }],
      not: { $ref: 'c' },
      properties: { child: { $ref: 'd' } },
      items: { $ref: 'e' },
      additionalProperties: { $ref: 'f' },
      const: { $ref: 'g' },
    }),
  ).toEqual(['a', 'b', 'c']);
});

test('each cycle is found once', () => {
  const edges = (text: string): ReadonlyMap<string, readonly string[]> =>
    new Map(text.split(' ').map((one) => [one.charAt(0), one.slice(2).split('')]));
  expect(cyclesIn(edges('a>b b>c c>'))).toEqual([]);
  expect(cyclesIn(edges('a>b b>c c>b'))).toEqual([['b', 'c', 'b']]);
  expect(cyclesIn(edges('a>a b>a c>bd d>c'))).toEqual([
    ['a', 'a'],
    ['c', 'd', 'c'],
  ]);
});
