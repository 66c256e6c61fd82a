import { describe, expect, test } from 'vitest';
import { describeType } from './describe.ts';
import { fieldOf, itemOf, type Member } from './member.ts';
import type { ObjectShape, Shape, ShapeTable } from './shape.ts';
import { typeOfShape } from './type-of-shape.ts';
import type { Type } from './type.ts';

const STRING: Shape = { kind: 'string' };
const NUMBER: Shape = { kind: 'number', integer: false };
const NULL: Shape = { kind: 'null' };

/** `objectOf({ 'note?': STRING })` */
function objectOf(fields: Readonly<Record<string, Shape>>, rest?: Shape): ObjectShape {
  const entries = Object.entries(fields).map(
    ([name, shape]) => [name.replace(/\?$/, ''), { shape, optional: name.endsWith('?') }] as const,
  );
  return { kind: 'object', fields: new Map(entries), ...(rest !== undefined && { rest }) };
}

const Node: ObjectShape = objectOf({ name: STRING, 'next?': { kind: 'ref', to: 'Node' } });
const shapes: ShapeTable = new Map([['Node', Node]]);
const typeOf = (shape: Shape, optional = false): Type => typeOfShape(shape, shapes, optional);

function told(member: Member): string {
  if ('found' in member) return describeType(member.found);
  return member.missing === 'field' ? `no field, only ${member.known.join(', ')}` : member.missing;
}

describe('a field', () => {
  test.each<[string, Type, string, string]>([
    ['is what the object declares', typeOf(objectOf({ a: STRING })), 'a', 'string'],
    ['may be missing', typeOf(objectOf({ 'a?': STRING })), 'a', 'string, may be missing'],
    ['may be null', typeOf(objectOf({ a: { kind: 'union', of: [STRING, NULL] } })), 'a', 'string or null'],
    ['is missing where its owner is', typeOf(objectOf({ a: STRING }), true), 'a', 'string, may be missing'],
    [
      'is missing where its owner is null',
      typeOf({ kind: 'union', of: [objectOf({ a: STRING }), NULL] }),
      'a',
      'string, may be missing',
    ],
    ['is known by its name only', typeOf(objectOf({ a: STRING, b: STRING })), 'c', 'no field, only a, b'],
    ['is read through references', typeOf({ kind: 'ref', to: 'Node' }), 'next', 'Node, may be missing'],
    [
      'of a union is of all its alternatives',
      typeOf({ kind: 'union', of: [objectOf({ a: STRING }), objectOf({ a: NUMBER })] }),
      'a',
      'string or number',
    ],
    [
      'of a union is missing where one lacks it',
      typeOf({ kind: 'union', of: [objectOf({ a: STRING, b: STRING }), objectOf({ b: NUMBER })] }),
      'a',
      'no field, only b',
    ],
    ['of a text is none', typeOf(STRING), 'length', 'notAnObject'],
    ['of anything is anything', typeOf({ kind: 'any' }), 'a', 'any or null, may be missing'],
    [
      'that is not declared fits the index signature with the declared ones',
      typeOf(objectOf({ a: STRING }, NUMBER)),
      'b',
      'number or string, may be missing',
    ],
    ['is not what objects inherit', typeOf(objectOf({ a: STRING })), 'toString', 'no field, only a'],
  ])('%s', (_name, type, field, expected) => {
    expect(told(fieldOf(type, field, shapes))).toBe(expected);
  });
});

describe('an item', () => {
  const list: Shape = { kind: 'array', item: STRING };
  test.each<[string, Type, 'position' | 'loop', string]>([
    ['by position may be missing', typeOf(list), 'position', 'string, may be missing'],
    ['in a loop is there', typeOf(list), 'loop', 'string'],
    [
      'in a loop may be null',
      typeOf({ kind: 'array', item: { kind: 'union', of: [STRING, NULL] } }),
      'loop',
      'string or null',
    ],
    ['in a loop is there even if the list may be missing', typeOf(list, true), 'loop', 'string'],
    ['of a text is none', typeOf(STRING), 'loop', 'notAList'],
    ['of anything is anything', typeOf({ kind: 'any' }), 'loop', 'any or null, may be missing'],
  ])('%s', (_name, type, by, expected) => {
    expect(told(itemOf(type, shapes, by))).toBe(expected);
  });
});

test('the way to a member is kept, so that its type has a name', () => {
  const owner: Type = { ...typeOf({ kind: 'ref', to: 'Node' }), ref: { kind: 'model', name: 'Node' } };
  const name = fieldOf(owner, 'name', shapes);
  expect('found' in name && name.found.ref).toEqual({
    kind: 'member',
    of: { kind: 'model', name: 'Node' },
    field: 'name',
    maybe: false,
  });
  const next = fieldOf(owner, 'next', shapes);
  expect('found' in next && next.found.ref).toEqual({ kind: 'model', name: 'Node' });
});
