import { expect, test } from 'vitest';
import { HOSTILE } from '../testing/hostile.ts';
import { identifier, isIdentifier } from './identifier.ts';
import { printNode } from './print.ts';

test.each(['order', '$', '_a1', 'toString', 'of', 'type'])('%s is an identifier', (name) =>
  expect(printNode(identifier(name))).toBe(name),
);

test.each([
  '',
  '1a',
  'a-b',
  'a.b',
  'a b',
  'a;b',
  'class',
  'await',
  'undefined',
  'Map',
  'é',
  'о',
  'a\u200db',
  'a\n',
  '\\u0061',
])('%j is none', (name) => {
  expect(() => identifier(name)).toThrow('Not an identifier');
});

test('no hostile text is one, but for names that are harmless as such', () => {
  expect(HOSTILE.filter(isIdentifier)).toEqual(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']);
});
