import { describe, expect, it } from 'vitest';
import { parseProblems } from './parse-problems.ts';
import { TypeCheckFailure } from './type-checker.ts';

describe('parseProblems', () => {
  it('reads problems, and the lines that go on', () => {
    const output = [
      "src/a.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.",
      "  Property 'x' is missing.",
      '    Deeper.',
      "b (2).ts(12,3): error TS1005: ';' expected.",
      '',
    ].join('\r\n');
    expect(parseProblems(output)).toEqual([
      {
        file: 'src/a.ts',
        line: 1,
        column: 7,
        tsCode: 'TS2322',
        message: "Type 'string' is not assignable to type 'number'. Property 'x' is missing. Deeper.",
      },
      { file: 'b (2).ts', line: 12, column: 3, tsCode: 'TS1005', message: "';' expected." },
    ]);
  });

  it('finds nothing in nothing', () => {
    expect(parseProblems('')).toEqual([]);
  });

  it('takes an error without a file for a failure of the check', () => {
    expect(() => parseProblems("error TS5023: Unknown compiler option 'x'.\n")).toThrow(
      new TypeCheckFailure("Unknown compiler option 'x'."),
    );
  });
});
