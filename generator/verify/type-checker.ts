/** What a type checker found wrong with a generated file. */
export interface TypeProblem {
  /** Relative to the checked directory, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** `TS2322` */
  readonly tsCode: string;
  readonly message: string;
}

export interface TypeCheckResult {
  readonly problems: readonly TypeProblem[];
  readonly milliseconds: number;
}

/** Checks the types of generated code. */
export interface TypeChecker {
  /**
   * Checks every TypeScript file below a directory in one go: one output, or many side by side, each with its package.json.
   * Rejects with a TypeCheckFailure where the check itself could not be made.
   */
  check(directory: string): Promise<TypeCheckResult>;
}

/** The check could not be made: nothing is known about the code. */
export class TypeCheckFailure extends Error {
  override readonly name = 'TypeCheckFailure';
}
