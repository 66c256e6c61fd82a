/**
 * One acceptance criterion from the story to the eval; the result is not here: `resultOf(row, run)` derives it from the run, so
 * that a row can never say `passed` of something that did not run.
 */
export interface TraceRow {
  readonly integration: string;
  /** The workflow's id, or the gap's. */
  readonly owner: string;
  readonly kind: 'workflow' | 'gap';
  /** The user story, or what the workflow is for; of a gap its rule. */
  readonly story: string;
  /** `AC1`; of a gap `C1`, `C2`, … in the order of its criteria. */
  readonly criterion: string;
  readonly text: string;
  readonly spec: TracePlace;
  /** What was generated of it. */
  readonly generated: readonly TracePlace[];
  /** The generated test; absent where nothing checks the criterion. */
  readonly test?: TracePlace;
  /** The metrics that say whether it holds; empty where no eval does. */
  readonly metrics: readonly string[];
}

export interface TracePlace {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly line: number;
  /** What stands there: `dealPriority`, `mappings.orderToDeal`. */
  readonly name?: string;
}
