import type { GapProblem } from '../problem.ts';

/** What running a hardened body showed. */
export type TrialVerdict =
  | { readonly ok: true; readonly runs: number }
  | { readonly ok: false; readonly runs: number; readonly problems: readonly GapProblem[] };
