import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from './line-index.ts';

describe('lineIndex', () => {
  it('counts lines and columns from 1', () => {
    const index = lineIndex('f', 'ab\ncd\r\n\nx');
    expect(index.place(0, 2)).toEqual({ file: 'f', line: 1, column: 1, endLine: 1, endColumn: 3 });
    expect(index.place(4, 5)).toMatchObject({ line: 2, column: 2, endLine: 2, endColumn: 3 });
    expect(index.place(7, 8)).toMatchObject({ line: 3, column: 1, endLine: 4, endColumn: 1 });
    expect(index.place(8, 99)).toMatchObject({ line: 4, column: 1, endLine: 4, endColumn: 2 });
  });

  it('agrees with counting', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ü', '\n', '\r', '\t') }), fc.nat(60), (text, at) => {
        const before = text.slice(0, at);
        const lines = before.split('\n');
        expect(lineIndex('f', text).place(at, at)).toMatchObject({
          line: lines.length,
          column: (lines.at(-1) ?? '').length + 1,
        });
      }),
    );
  });
});
