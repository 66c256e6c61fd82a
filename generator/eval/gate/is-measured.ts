import type { EvalRun } from '../results.ts';

/** Whether no repeat of any case ended in an error; one that did counts as not passed, and shows nothing. */
export function isMeasured({ cases }: Pick<EvalRun, 'cases'>): boolean {
  return cases.every(({ repeats }) => repeats.every(({ error }) => error === undefined));
}
