import { expect, it } from 'vitest';
import { diagnostic } from './diagnostic.ts';
import { sortDiagnostics } from './sort.ts';

it('sorts by file, line and column; what has no place comes first', () => {
  const at = (file: string, line: number, column: number) =>
    diagnostic(
      'FR1020',
      { problem: `${file} ${line} ${column}` },
      { file, line, column, endLine: line, endColumn: column },
    );
  const sorted = sortDiagnostics([
    at('b', 1, 1),
    at('a', 10, 1),
    at('a', 9, 2),
    diagnostic('FR1001', { file: 'x' }),
    at('a', 9, 1),
  ]);
  expect(sorted.map((one) => one.message)).toEqual(["no file 'x'", 'a 9 1', 'a 9 2', 'a 10 1', 'b 1 1']);
});
