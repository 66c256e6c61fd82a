import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { GapState, Usage } from '../gap/lock/gap-lock.ts';
import type { TracePlace, TraceRow } from './traceability/trace-row.ts';

/**
 * All that an eval run showed, as plain data: one prompt, one model, each case asked `repeats` times. The harness makes it; the
 * gate, the baselines and the reports read it. Only `date`, `cost` and `latency` may differ between two replays.
 */
export interface EvalRun {
  readonly version: 1;
  /** `fill@v1`. */
  readonly prompt: string;
  /** SHA-256 in hex of the prompt's templates. */
  readonly promptHash: string;
  /** The templates, for the comparison that a report shows. */
  readonly promptFiles: readonly PromptFile[];
  readonly model: string;
  /** The model that grades rubrics; absent where there are none. */
  readonly grader?: string;
  readonly mode: EvalMode;
  /** How often each case was to be asked. */
  readonly repeats: number;
  /** What `--filter` was, where not every case was to run. */
  readonly filter?: string;
  /** How many cases the specs have, whatever the filter. */
  readonly total: number;
  /** US dollars that the run might cost. */
  readonly budget?: number;
  /** What was to run, as the specs and the filter say, made without looking at what ran. */
  readonly expected: readonly ExpectedCase[];
  /** What ran. */
  readonly cases: readonly EvalCase[];
  /** What went wrong beside the cases. */
  readonly errors: readonly EvalError[];
  /** The fills that are committed beside the specs, and how they stand. */
  readonly fills: readonly FillRow[];
  /** What the specs themselves have wrong. */
  readonly diagnostics: readonly Diagnostic[];
  readonly traceability: readonly TraceRow[];
  /** `2026-01-31`; absent in replays, whose reports are the same bytes each time. */
  readonly date?: string;
}

export type EvalMode = 'replay' | 'record' | 'live';

export interface PromptFile {
  /** `prompts/fill/v1/fill.hbs`. */
  readonly file: string;
  readonly text: string;
}

/** `gap`: a body and its checks. `criterion`: one of a workflow, against the mock systems. `rubric`: prose that a model grades. */
export type CaseKind = 'gap' | 'criterion' | 'rubric';

/** A case that has to run, with every assertion that has to be made of each of its replies. */
export interface ExpectedCase {
  /** `<integration>/<gap>`, or `<integration>/<workflow>#<criterion>`; no two are the same. */
  readonly id: string;
  readonly kind: CaseKind;
  /** Failing it always is a failure; else only its rate counts, compared with the baseline. */
  readonly must: boolean;
  /** The criterion in words, or what the gap is for: its description, else how its rule begins. */
  readonly text: string;
  /** Where the criterion or the gap stands in the spec. */
  readonly place?: TracePlace;
  readonly metrics: readonly ExpectedMetric[];
}

export interface ExpectedMetric {
  /** `<integration>/<gap>#visible`, `<integration>/<workflow>#AC1`. */
  readonly metric: string;
  readonly must: boolean;
  /** The criterion in words, where it is one of a gap's. */
  readonly criterion?: string;
}

export interface EvalCase {
  readonly id: string;
  readonly kind: CaseKind;
  readonly must: boolean;
  readonly repeats: readonly EvalRepeat[];
}

/** One asking of one case. It passed where it has assertions, all of them passed, and there is no error. */
export interface EvalRepeat {
  /** From 0. */
  readonly repeat: number;
  readonly assertions: readonly EvalAssertion[];
  readonly usage: Usage;
  /** US dollars; absent where the price of the model is not known. */
  readonly cost?: number;
  /** Milliseconds; absent where a recording does not have it. */
  readonly latency?: number;
  /** The body as it would be kept, where the reply had one: for the comparison that a report shows. */
  readonly body?: string;
  /** Gaps, `<integration>/<gap>`, that had no accepted body, for want of which this failed or could not run. */
  readonly without?: readonly string[];
  readonly error?: EvalError;
}

export interface EvalAssertion {
  readonly metric: string;
  readonly passed: boolean;
  /** Failing it once is a failure of the run, whatever the baseline. */
  readonly must: boolean;
  /** More than 0. */
  readonly weight: number;
  /** Why it failed, in words; of a rubric also why it passed. */
  readonly reason?: string;
}

/** Why something could not be measured. */
export interface EvalError {
  readonly kind: EvalErrorKind;
  readonly message: string;
}

/**
 * `spec` and `configuration`: what was asked for is wrong. `recording`: there is none for a request (`prompt-changed`: because
 * the templates were changed after recording). `provider`, `budget`, `harness`: the surroundings failed.
 */
export const EVAL_ERRORS = [
  'spec',
  'configuration',
  'recording',
  'prompt-changed',
  'provider',
  'budget',
  'harness',
] as const;

export type EvalErrorKind = (typeof EVAL_ERRORS)[number];

/** A committed fill. Anything but `ok` fails the gate: what was measured is not what is in git. */
export interface FillRow {
  /** `<integration>/<gap>`. */
  readonly gap: string;
  readonly state: GapState;
  /** Where the gap stands in the spec. */
  readonly file: string;
  readonly line: number;
}
