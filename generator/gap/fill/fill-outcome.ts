import type { GapProblem } from '../problem.ts';
import type { Failed } from '../provider/provider.ts';
import type { FillTarget } from './fill-target.ts';
import type { Spending } from './spending.ts';

/** How the filling of one gap ended. */
export interface FillOutcome {
  readonly target: FillTarget;
  readonly end: FillEnd;
  /** Replies that were looked at, those of an earlier run with them. */
  readonly tries: number;
  /** What this run paid for, failed asks with it. */
  readonly paid: Spending;
  /** What a run before it had paid for already, and this one took from its journal. */
  readonly resumed: Spending;
}

export type FillEnd =
  | { readonly kind: 'filled' }
  /** Every repair was used, or a hidden example failed for the second time. */
  | { readonly kind: 'gaveUp'; readonly problems: readonly GapProblem[] }
  /** The model says that the contract contradicts itself. */
  | { readonly kind: 'contradiction'; readonly reason: string }
  | { readonly kind: 'refused' }
  /** Also with the larger limit. */
  | { readonly kind: 'truncated'; readonly maxTokens: number }
  /** The provider gave no reply. */
  | { readonly kind: 'failed'; readonly failure: Failed }
  /** Not asked, or not to the end. */
  | { readonly kind: 'left'; readonly why: 'budget' | 'provider' | 'interrupted' }
  /** A body passed, and it or its lock could not be written. */
  | { readonly kind: 'unwritten'; readonly error: unknown }
  /** This program failed. */
  | { readonly kind: 'crashed'; readonly error: unknown };
