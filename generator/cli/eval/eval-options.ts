import type { EvalMode } from '../../eval/results.ts';

/** Options of `eval` and of `eval accept`. */
export interface EvalOptions {
  /** `fill@v2`; the version of `versions.json` where none is given. */
  readonly prompt?: readonly string[];
  /** What replies are recorded under without a model's name, where none is given. */
  readonly models: readonly string[];
  /** The first of the models where it is absent. */
  readonly grader?: string;
  readonly repeat: number;
  readonly filter?: string;
  readonly mode: EvalMode;
  readonly recordings: string;
  readonly baselines: string;
  readonly prompts?: string;
  readonly baseUrl?: string;
  /** Whether the key may go to another machine unencrypted. */
  readonly insecure?: boolean;
  /** US dollars. */
  readonly budget?: number;
  readonly concurrency: number;
  /** `baseline`: of the same prompt; or another prompt, whose baseline it is compared with. */
  readonly compare?: string;
  /** Quality decides the exit code, too. */
  readonly gate?: boolean;
  readonly report?: readonly ReportName[];
  readonly out: string;
}

export const REPORTS = ['html', 'junit', 'md', 'sarif', 'json'] as const;

export type ReportName = (typeof REPORTS)[number];

export interface AcceptOptions extends EvalOptions {
  readonly reason: string;
}
