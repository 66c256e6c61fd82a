import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOSTILE } from '../testing/hostile.ts';
import { runCode } from '../testing/run-code.ts';
import { literal } from './literal.ts';
import { printNode } from './print.ts';
import { template } from './template.ts';

const evaluate = (parts: Parameters<typeof template>[0]): unknown =>
  runCode(`export const value = ${printNode(template(parts))};`)['value'];

test('a template literal mixes texts and values', () =>
  expect(printNode(template(['Order ', literal(1), '!']))).toBe('`Order ${1}!`'));
test('a text without values is a plain string', () => expect(printNode(template(['a', 'b']))).toBe("'ab'"));

test.each(HOSTILE)('%j stays text in it', (text) => {
  expect(evaluate([text, literal(1), text, literal(text), text])).toBe(`${text}1${text}${text}${text}`);
  expect(printNode(template([text, literal(1)]))).not.toMatch(/[\n\r\u2028\u202e]/);
});

test('any text stays text in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('$', '{', '}', '`', '\\', 'u', '0', '\n', '\r') }), (text) => {
      expect(evaluate([text, literal(1), text])).toBe(`${text}1${text}`);
    }),
    { numRuns: 150 },
  );
});
