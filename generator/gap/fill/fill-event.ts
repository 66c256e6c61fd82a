import type { Usage } from '../lock/gap-lock.ts';
import type { GapProblem } from '../problem.ts';
import type { FillOutcome } from './fill-outcome.ts';
import type { FillTarget } from './fill-target.ts';

/** What happens while gaps are filled, as it happens; for whoever shows it. */
export type FillEvent =
  | {
      readonly type: 'asking';
      readonly target: FillTarget;
      /** From 1. */
      readonly attempt: number;
      /** `longer`: the same again, as the reply was cut off. */
      readonly why: 'first' | 'repair' | 'longer';
    }
  | {
      readonly type: 'answered';
      readonly target: FillTarget;
      readonly usage: Usage;
      readonly cost: number | undefined;
      /** Taken from the journal: an earlier run has paid for it. */
      readonly resumed: boolean;
    }
  /** It was sent in a run that was ended before the reply arrived, which may have been paid for. */
  | { readonly type: 'lost'; readonly target: FillTarget }
  | { readonly type: 'judging'; readonly target: FillTarget }
  | { readonly type: 'rejected'; readonly target: FillTarget; readonly problems: readonly GapProblem[] }
  | { readonly type: 'truncated'; readonly target: FillTarget; readonly maxTokens: number }
  | { readonly type: 'ended'; readonly outcome: FillOutcome }
  /** The provider waits before it asks again: `there were too many requests`. */
  | { readonly type: 'waiting'; readonly reason: string; readonly milliseconds: number }
  | { readonly type: 'batch'; readonly id: string; readonly resumed: boolean; readonly counts: BatchCounts };

/** Requests of a batch by what became of them. */
export interface BatchCounts {
  readonly processing: number;
  readonly succeeded: number;
  readonly errored: number;
  readonly canceled: number;
  readonly expired: number;
}
