import type { RateComparison } from '../statistics/compare-rates.ts';
import type { PassRates } from '../statistics/pass-rates.ts';

/** What the gate says of a run. Plain data; the same run and baseline give the same verdict. */
export interface Verdict {
  readonly version: 1;
  /** 2 before 3 before 1: a 1 therefore says that all that was asked for was asked and measured. */
  readonly exitCode: 0 | 1 | 2 | 3;
  /** In the order of their codes: 2, 3, 1. */
  readonly problems: readonly GateProblem[];
  /** What should be known and fails nothing: a filter, cases without a baseline. */
  readonly notes: readonly string[];
  readonly rates: PassRates;
  /** Absent where nothing was compared. */
  readonly comparison?: RateComparison;
}

/** Why the gate is red. */
export interface GateProblem {
  /** 1 quality, 2 spec or configuration, 3 infrastructure. */
  readonly code: 1 | 2 | 3;
  readonly rule: GateRule;
  /** The case's id, where it is about one. */
  readonly case?: string;
  readonly metric?: string;
  /** The criterion, or the gap's rule, in words. */
  readonly criterion?: string;
  /** Gaps that had no accepted body, where that is why; reports show it with them. */
  readonly because?: readonly string[];
  readonly reason: string;
}

/** The rules of the gate and what each fails with; docs/evals.md lists them. */
export const GATE_RULES = {
  'spec-error': 2,
  'configuration-error': 2,
  empty: 2,
  'duplicate-case': 2,
  'duplicate-metric': 2,
  'unknown-case': 2,
  'unknown-metric': 2,
  'missing-metric': 2,
  'no-metrics': 2,
  'wrong-weight': 2,
  'missing-baseline': 2,
  'other-baseline': 2,
  'deleted-case': 2,
  'deleted-metric': 2,
  'weakened-case': 2,
  'missing-case': 3,
  'missing-repeat': 3,
  'missing-recording': 3,
  'prompt-changed': 3,
  'provider-error': 3,
  'harness-error': 3,
  budget: 3,
  'fill-state': 1,
  'must-assertion': 1,
  'must-never-passed': 1,
  'must-lost': 1,
  worse: 1,
} as const satisfies Readonly<Record<string, 1 | 2 | 3>>;

export type GateRule = keyof typeof GATE_RULES;

/** A problem without its code, which its rule decides. */
export type Finding = Omit<GateProblem, 'code'>;
