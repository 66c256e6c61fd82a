import type { CaseKind, EvalRun, PromptFile } from '../results.ts';

/** What a prompt and a model once showed, and what later runs are compared with: `evals/baselines/<prompt>/<model>.json`. */
export interface Baseline {
  readonly version: 1;
  /** `fill@v1`. */
  readonly prompt: string;
  readonly promptHash: string;
  readonly promptFiles: readonly PromptFile[];
  readonly model: string;
  readonly grader?: string;
  readonly repeats: number;
  /** In the order of their ids. */
  readonly cases: readonly BaselineCase[];
  /** Why it is as it is: each time that it was moved, the newest last. */
  readonly history: readonly BaselineMove[];
}

export interface BaselineCase {
  readonly id: string;
  readonly kind: CaseKind;
  readonly must: boolean;
  readonly passed: number;
  readonly repeats: number;
  /** How many repeats passed each assertion. */
  readonly metrics: Readonly<Record<string, number>>;
  /** The first body, for the comparison that a report shows. */
  readonly body?: string;
}

export interface BaselineMove {
  readonly reason: string;
  /** `2026-01-31`, where whoever moved it said when. */
  readonly date?: string;
  readonly promptHash: string;
  readonly cases: number;
  /** pass@1 over the gaps, from 0 to 1, rounded to four digits. */
  readonly passAt1: number;
}

/** A prompt and a model have one baseline. */
export type BaselineKey = Pick<EvalRun, 'prompt' | 'model'>;
