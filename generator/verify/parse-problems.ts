import { TypeCheckFailure, type TypeProblem } from './type-checker.ts';

const located = /^(.+?)\((\d+),(\d+)\): error (TS\d+): (.*)$/;
const general = /^error (TS\d+): (.*)$/;

/**
 * Reads what `tsc --pretty false` prints: `src/a.ts(1,7): error TS2322: …`, with indented lines that go on. Throws a
 * TypeCheckFailure for an error that belongs to no file: then the compiler's settings are wrong, not the code.
 */
export function parseProblems(output: string): readonly TypeProblem[] {
  const problems: TypeProblem[] = [];
  for (const line of output.split(/\r?\n/)) {
    const [, , generalMessage] = general.exec(line) ?? [];
    if (generalMessage !== undefined) throw new TypeCheckFailure(generalMessage);
    const last = problems.at(-1);
    const found = parseLine(line);
    if (found !== undefined) problems.push(found);
    else if (last !== undefined && /^\s+\S/.test(line))
      problems.splice(-1, 1, { ...last, message: `${last.message} ${line.trim()}` });
  }
  return problems;
}

function parseLine(line: string): TypeProblem | undefined {
  const [, file, row, column, tsCode, message] = located.exec(line) ?? [];
  if (file === undefined || tsCode === undefined || message === undefined) return undefined;
  return { file: file.replaceAll('\\', '/'), line: Number(row), column: Number(column), tsCode, message };
}
