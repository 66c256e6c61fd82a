import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { TypeCheckFailure, type TypeChecker, type TypeProblem } from './type-checker.ts';

/** The place in a spec from which this part of a generated file was made. `file` is relative to the checked directory. */
export type SpecPlaceOf = (file: string, line: number, column: number) => Place | undefined;

/** What to say of a problem instead, where the file is not the generator's alone; undefined where it is. */
export type OwnReport = (problem: TypeProblem) => readonly Diagnostic[] | undefined;

export interface VerifyResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly milliseconds: number;
}

/** Checks the types of all generated code below a directory; each problem is reported at its place in the spec. */
export async function verifyTypes(
  directory: string,
  checker: TypeChecker,
  specPlaceOf: SpecPlaceOf,
  ownReport: OwnReport = () => undefined,
): Promise<VerifyResult> {
  try {
    const { problems, milliseconds } = await checker.check(directory);
    const diagnostics = problems.flatMap((problem) => ownReport(problem) ?? report(problem, specPlaceOf));
    return { diagnostics, milliseconds };
  } catch (error) {
    if (!(error instanceof TypeCheckFailure)) throw error;
    return { diagnostics: [diagnostic('FR4002', { reason: error.message })], milliseconds: 0 };
  }
}

function report({ file, line, column, tsCode, message }: TypeProblem, specPlaceOf: SpecPlaceOf): Diagnostic {
  return diagnostic('FR4001', { file, line, tsCode, message }, specPlaceOf(file, line, column));
}
