/** What a number is held to. */
export type Target = { readonly atMost: number } | { readonly atLeast: number };

/** One number of the benchmark, as it came out in each round of one run. */
export interface Reading {
  /** `emit`, `engine-disk-p99`: what `--only` names. */
  readonly name: string;
  /** What was measured: `emit ÷ (parse + print)`. */
  readonly what: string;
  /** A ratio where absent. */
  readonly unit?: 's' | 'ms' | 'MB' | '/s' | 'tokens';
  readonly rounds: readonly number[];
  /** Absent for a number that is only told. */
  readonly target?: Target;
}
