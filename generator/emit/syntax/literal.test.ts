import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOSTILE } from '../testing/hostile.ts';
import { runCode } from '../testing/run-code.ts';
import { literal, numberLiteral, type Literal } from './literal.ts';
import { plainData } from './plain-data.ts';
import { printNode } from './print.ts';
import { ts } from './typescript.ts';

const print = (value: Literal): string => printNode(literal(value));
const evaluated = (value: Literal): unknown => runCode(`export const value = ${print(value)};`)['value'];

describe('a literal', () => {
  test.each<[Literal, string]>([
    ['plain', "'plain'"],
    ["it's", '"it\'s"'],
    ['größer 日本', "'größer 日本'"],
    ['a\u202eb\u2028c', "'a\\u202Eb\\u2028c'"],
    ['two\nlines', "'two\\nlines'"],
    [-1.5, '-1.5'],
    [1e21, '1e+21'],
    [null, 'null'],
    [undefined, 'undefined'],
    [{ a: 1, 'b-c': true, class: [null], left: undefined }, "{ a: 1, 'b-c': true, class: [null] }"],
  ])('of %j is written %s', (value, text) => expect(print(value)).toBe(text));

  test('of any JSON value is that value again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(evaluated(plainData(value))).toEqual(value);
      }),
      { numRuns: 150 },
    );
  });

  test.each(HOSTILE)('of %j is one token, and that text again', (text) => {
    expect(evaluated(text)).toBe(text);
    expect(ts.isStringLiteral(literal(text))).toBe(true);
    expect(print(text)).not.toMatch(/[\n\r\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
  });

  test('keeps a field named __proto__ as a field', () => {
    const value = evaluated(JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}'));
    expect(Object.keys(Object(value))).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.getPrototypeOf(evaluated({})));
  });

  test('of NaN does not exist', () => expect(() => numberLiteral(Number.NaN)).toThrow('finite'));
});
