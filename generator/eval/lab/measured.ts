import type { Usage } from '../../gap/lock/gap-lock.ts';
import type { EvalAssertion, EvalError } from '../results.ts';

/** What one asking of one case showed. */
export interface Measured {
  /** What is shown of it: the reply, or what the workflow did. */
  readonly output: string;
  readonly assertions: readonly EvalAssertion[];
  readonly usage: Usage;
  /** US dollars; absent where the price of the model is not known. */
  readonly cost?: number;
  /** Milliseconds. */
  readonly latency?: number;
  readonly body?: string;
  /** Gaps without an accepted body, for want of which it failed or could not run. */
  readonly without?: readonly string[];
  /** It could not be measured: no assertion was made. */
  readonly error?: EvalError;
}

export function unmeasured(error: EvalError, usage: Usage = {}): Measured {
  // What was not answered has cost nothing, as far as anybody knows.
  const isFree = usage.input === undefined && usage.output === undefined;
  return { output: '', assertions: [], usage, ...(isFree && { cost: 0 }), error };
}
