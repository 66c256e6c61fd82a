import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import type { GapProblem } from '../../gap/problem.ts';

/** What is wrong with the body of a gap, at its lines in `<gap>.ts`; at the gap's own place where it is no line of it. */
export function bodyDiagnostics(
  { contract, files, body }: GapEntry,
  problems: readonly GapProblem[],
  cwd: string,
): readonly Diagnostic[] {
  const file = displayPath(files.body, cwd);
  return problems.map(({ check, message, fix, line, column = 1 }) => {
    const at = (line ?? 1) + (body?.above ?? 0);
    const place = { file, line: at, column, endLine: at, endColumn: column + 1 };
    return diagnostic('FR7010', { gap: contract.gap, check, problem: message, fix }, place);
  });
}
