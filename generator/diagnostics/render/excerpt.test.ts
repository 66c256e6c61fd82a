import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

/** The excerpt with its caret below, as it looks. */
function drawn(line: string, word: string, width = 60): string {
  const start = line.indexOf(word);
  const { text, indent, length } = excerpt(line, start, start + word.length, width);
  return `${text}\n${' '.repeat(indent)}${'^'.repeat(length)}`;
}

describe('excerpt', () => {
  it('underlines exactly the range', () => {
    expect(drawn('to: amount, from: total_prise', 'total_prise')).toBe(
      'to: amount, from: total_prise\n                  ^^^^^^^^^^^',
    );
  });

  it('shows a tab as two spaces', () => {
    expect(drawn('\tkey:\tx', 'x')).toBe('  key:  x\n        ^');
  });

  it('gives wide characters two columns and combining marks none', () => {
    expect(drawn('名前: e\u0301: x', 'x')).toBe('名前: e\u0301: x\n         ^');
    expect(drawn('a: 👩‍👩‍👧 b', '👩‍👩‍👧')).toBe('a: 👩‍👩‍👧 b\n   ^^');
  });

  it('clips a long line on both sides of the caret', () => {
    const line = `${'a'.repeat(200)}HERE${'b'.repeat(200)}`;
    expect(drawn(line, 'HERE', 32)).toBe(`…${'a'.repeat(10)}HERE${'b'.repeat(16)}…\n           ^^^^`);
  });

  it('shows more before a caret near the end of a long line', () => {
    expect(drawn(`${'a'.repeat(200)}HERE`, 'HERE', 32)).toBe(`…${'a'.repeat(26)}HERE\n${' '.repeat(27)}^^^^`);
  });

  it('clips a range that is longer than the line may be', () => {
    const { text, indent, length } = excerpt('x'.repeat(5000), 10, 4000, 32);
    expect(text).toHaveLength(32);
    expect(indent + length).toBeLessThanOrEqual(32);
  });

  it('puts the caret behind a line that is too short', () => {
    expect(excerpt('abc', 3, 3, 60)).toEqual({ text: 'abc', indent: 3, length: 1 });
  });

  it('shows no control characters', () => {
    expect(excerpt('a\u001b[31mb', 0, 1, 60).text).toBe('a␛[31mb');
  });

  it('takes any line and range, and stays within the width', () => {
    const range = fc.tuple(fc.nat(150), fc.nat(150));
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 150 }),
        range,
        fc.integer({ min: 10, max: 120 }),
        (line, [a, b], width) => {
          const shown = excerpt(line, Math.min(a, b), Math.max(a, b), width);
          expect(shown.length).toBeGreaterThan(0);
          expect(shown.indent).toBeLessThanOrEqual(width);
          expect(shown.text).not.toMatch(/[\n\r\t]/);
          expect(stringWidth(shown.text)).toBeLessThanOrEqual(width);
        },
      ),
      { examples: [['𐀀⺀\0\0゛\0\0\0\0\0', [46, 46], 11]] },
    );
  });
});
