import { expect, test } from 'vitest';
import { inKindOf } from './in-kind-of.ts';

test.each([
  ['a number becomes text where the example has text', 'text', 187.4, '187.4'],
  ['a boolean becomes text where the example has text', 'text', false, 'false'],
  ['text becomes a number where the example has one', 1, '-12.50', -12.5],
  ['text that is no number stays', 1, '12 apples', '12 apples'],
  ['empty text stays', 1, '', ''],
  ['null stays', 'text', null, null],
  ['what has its kind stays', 1, 2, 2],
  ['an object where the example has text stays', 'text', { a: 1 }, { a: 1 }],
  ['a list where the example has an object stays', { a: '' }, [{ a: 1 }], [{ a: 1 }]],
  [
    'fields of objects and items of lists follow theirs',
    { a: { b: '' }, list: [{ c: '' }] },
    { a: { b: 1, other: 2 }, list: [{ c: 3 }, { c: 4 }] },
    { a: { b: '1', other: 2 }, list: [{ c: '3' }, { c: '4' }] },
  ],
  ['a field that objects inherit is none of the example', {}, { toString: 1 }, { toString: 1 }],
])('%s', (_, example, sent, expected) => {
  expect(inKindOf(example, sent)).toEqual(expected);
});
