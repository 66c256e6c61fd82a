/** How one acceptance criterion stands. */
export interface CriterionResult {
  /** The test's file, relative to the integration. */
  readonly file: string;
  /** `AC1`; absent of a test that is no criterion's, or of a file that cannot be loaded. */
  readonly id?: string;
  readonly text: string;
  readonly state: 'passed' | 'failed' | 'not verified';
  /** Why it failed: what was compared, line by line, and where. */
  readonly reason?: readonly string[];
  readonly milliseconds: number;
}

export interface TestedIntegration {
  /** Absolute. */
  readonly folder: string;
  readonly criteria: readonly CriterionResult[];
}
