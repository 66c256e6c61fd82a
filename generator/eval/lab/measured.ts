import type { Usage } from '../../gap/lock/gap-lock.ts';
import type { EvalError, EvalRepeat } from '../results.ts';

/** What one asking of one case showed; with an error it could not be measured, and no assertion was made. */
export interface Measured extends Omit<EvalRepeat, 'repeat'> {
  /** What is shown of it: the reply, or what the workflow did. */
  readonly output: string;
}

export function unmeasured(error: EvalError, usage: Usage = {}): Measured {
  // What was not answered has cost nothing, as far as anybody knows.
  const isFree = usage.input === undefined && usage.output === undefined;
  return { output: '', assertions: [], usage, ...(isFree && { cost: 0 }), error };
}
