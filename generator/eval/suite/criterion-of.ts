import type { ExpectedCase } from '../results.ts';
import type { Outcome } from './first-failure.ts';

/**
 * The criterion, in words, that a failed assertion of a case belongs to: its own one; else that of a criterion's assertion which failed
 * by the same example; else what the case as a whole is for.
 */
export function criterionOf(
  { text, metrics }: ExpectedCase,
  first: Outcome | undefined,
  failed: readonly Outcome[],
): string {
  const texts = new Map(metrics.map(({ metric, criterion }) => [metric, criterion]));
  if (first === undefined) return text;
  const own = texts.get(first.metric);
  if (own !== undefined) return own;
  const same = failed.find(({ metric, reason }) => texts.get(metric) !== undefined && isSame(first.reason, reason));
  return texts.get(same?.metric ?? '') ?? text;
}

/** Reasons are lists, and begin with what failed first. */
function isSame(reason: string | undefined, other: string | undefined): boolean {
  const [first = ''] = other?.split('; ') ?? [];
  return first !== '' && reason?.startsWith(first) === true;
}
