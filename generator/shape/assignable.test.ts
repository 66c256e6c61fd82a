import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignable } from './assignable.ts';
import { sameShape } from './same-shape.ts';
import type { Shape, ShapeTable } from './shape.ts';
import { unionOf } from './union.ts';

const shapes: ShapeTable = new Map<string, Shape>([
  [
    'Tree',
    {
      kind: 'object',
      fields: new Map([['children', { shape: { kind: 'array', item: { kind: 'ref', to: 'Tree' } }, optional: false }]]),
    },
  ],
  [
    'Bush',
    {
      kind: 'object',
      fields: new Map([['children', { shape: { kind: 'array', item: { kind: 'ref', to: 'Bush' } }, optional: false }]]),
    },
  ],
]);
const STRING: Shape = { kind: 'string' };
const one = (...values: readonly string[]): Shape => ({ kind: 'string', values });
const number = (integer: boolean): Shape => ({ kind: 'number', integer });
const list = (item: Shape): Shape => ({ kind: 'array', item });
const object = (name: string, shape: Shape, optional = false): Shape => ({
  kind: 'object',
  fields: new Map([[name, { shape, optional }]]),
});

function reason(found: Shape, wanted: Shape): string {
  const mismatch = assignable(found, wanted, shapes);
  return mismatch === undefined ? 'fits' : [mismatch.reason, ...mismatch.path].join(' ');
}

describe('whether a value can go where another is wanted', () => {
  test.each<[string, Shape, Shape, string]>([
    ['the same kind', STRING, STRING, 'fits'],
    ['another kind', STRING, number(false), 'kind'],
    ['an integer as a number', number(true), number(false), 'fits'],
    ['a number as an integer', number(false), number(true), 'integer'],
    ['fewer choices', one('a'), one('a', 'b'), 'fits'],
    ['a choice outside the choices', one('a', 'c'), one('a', 'b'), 'values'],
    ['open text for a choice', STRING, one('a'), 'values'],
    ['anything for something', { kind: 'any' }, STRING, 'unknown'],
    ['something for anything', STRING, { kind: 'any' }, 'fits'],
    ['an item of a list', list(number(false)), list(number(true)), 'integer []'],
    ['the empty list', list({ kind: 'never' }), list(STRING), 'fits'],
    ['a null item', list(unionOf([STRING, { kind: 'null' }])), list(STRING), 'kind []'],
    [
      'a field deep inside',
      object('a', list(object('b', STRING))),
      object('a', list(object('b', number(false)))),
      'kind a [] b',
    ],
    ['a field that is missing', object('a', STRING), object('b', STRING), 'missingField b'],
    ['a field that may be missing', object('a', STRING, true), object('a', STRING), 'optionalField a'],
    ['a field that is there, for one that may be missing', object('a', STRING), object('a', STRING, true), 'fits'],
    ['all alternatives', unionOf([STRING, number(true)]), unionOf([STRING, number(false)]), 'fits'],
    ['one alternative too many', unionOf([STRING, number(true)]), STRING, 'kind'],
    ['one of the wanted alternatives', STRING, unionOf([number(true), STRING]), 'fits'],
    ['recursive shapes that say the same', { kind: 'ref', to: 'Tree' }, { kind: 'ref', to: 'Bush' }, 'fits'],
  ])('%s', (_name, found, wanted, expected) => {
    expect(reason(found, wanted)).toBe(expected);
  });
});

const anyShape: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Shape>(
      STRING,
      number(true),
      number(false),
      { kind: 'boolean' },
      { kind: 'null' },
      one('a'),
      one('a', 'b'),
      { kind: 'ref', to: 'Tree' },
    ),
    tie('shape').map(list),
    fc
      .tuple(fc.constantFrom('a', 'b'), tie('shape'), fc.boolean())
      .map(([name, shape, optional]) => object(name, shape, optional)),
    fc.array(tie('shape'), { minLength: 1, maxLength: 3 }).map(unionOf),
  ),
})).shape;

test('a value can always go where its own shape is wanted, and where that is one of several', () => {
  fc.assert(
    fc.property(
      anyShape,
      anyShape,
      (shape, other) =>
        assignable(shape, shape, shapes) === undefined &&
        assignable(shape, unionOf([other, shape]), shapes) === undefined,
    ),
  );
});

test('a union is flat, without repetitions, and the same however often it is made', () => {
  fc.assert(
    fc.property(fc.array(anyShape, { maxLength: 4 }), (parts) => {
      const union = unionOf(parts);
      const alternatives = union.kind === 'union' ? union.of : [union];
      const repeats = alternatives.some((left, at) =>
        alternatives.some((right, index) => index > at && sameShape(left, right)),
      );
      return (
        !repeats &&
        alternatives.every((alternative) => alternative.kind !== 'union') &&
        sameShape(unionOf([union, ...parts]), union)
      );
    }),
  );
});
