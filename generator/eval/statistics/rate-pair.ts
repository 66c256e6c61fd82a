import type { CaseRate } from './case-rate.ts';

/** One case in two runs, asked equally often. */
export interface RatePair {
  readonly then: CaseRate;
  readonly now: CaseRate;
}
