import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  booleanOrUndefined,
  numberOrUndefined,
  stringOrUndefined,
  toBoolean,
  toInteger,
  toNumber,
  toText,
} from './casts.ts';
import { refused } from './testing/refused.ts';

it('reads numbers from decimals and refuses what is none', () => {
  expect(['12.50', ' 7 ', '-0.5', '.5', '5.', '1e3', '+1', true, false, 3].map(toNumber)).toEqual([
    12.5, 7, -0.5, 0.5, 5, 1000, 1, 1, 0, 3,
  ]);
  for (const value of ['', ' ', 'abc', '0x10', '1,5', '1_000', 'Infinity', '1e999', '--1', '.', Number.NaN, Infinity])
    expect(() => toNumber(value)).toThrow(refused);
});

it('names the value that is wrong, shortened', () => {
  expect(() => toNumber('abc')).toThrow('"abc" is not a number');
  expect(() => toNumber('x'.repeat(1000))).toThrow(/^"x{38}… is not a number$/);
});

it('takes whole numbers without rounding', () => {
  expect([toInteger('12.0'), toInteger(-3), toInteger(true)]).toEqual([12, -3, 1]);
  for (const value of ['12.5', 0.1, '9007199254740993', 2 ** 53]) expect(() => toInteger(value)).toThrow(refused);
});

it('writes numbers in plain decimals that read back the same', () => {
  expect([1e21, 1e-7, -1.5e-10, 123e20, 0.1, -0, 5e-324].map(toText).map((text) => text.slice(0, 24))).toEqual([
    '1000000000000000000000',
    '0.0000001',
    '-0.00000000015',
    '12300000000000000000000',
    '0.1',
    '0',
    '0.0000000000000000000000',
  ]);
  expect([toText(true), toText('x')]).toEqual(['true', 'x']);
  expect(() => toText(Number.NaN)).toThrow(refused);
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(toText(value)).toMatch(/^-?\d+(\.\d+)?$/);
      expect(toNumber(toText(value))).toBe(value === 0 ? 0 : value);
    }),
  );
});

it('reads booleans in the words for them', () => {
  expect([true, 1, '1', 'true', 'TRUE', 'Yes', ' yes '].map(toBoolean)).not.toContain(false);
  expect([false, 0, '0', 'False', 'NO'].map(toBoolean)).not.toContain(true);
  for (const value of ['', 'on', 2, 'constructor', Number.NaN]) expect(() => toBoolean(value)).toThrow(refused);
});

it('leaves out what has another type', () => {
  expect([stringOrUndefined(''), stringOrUndefined(1), stringOrUndefined(null)]).toEqual(['', undefined, undefined]);
  expect([numberOrUndefined(0), numberOrUndefined('1'), numberOrUndefined(Number.NaN)]).toEqual([
    0,
    undefined,
    undefined,
  ]);
  expect([booleanOrUndefined(false), booleanOrUndefined('true')]).toEqual([false, undefined]);
});
