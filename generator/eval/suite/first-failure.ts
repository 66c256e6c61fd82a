import { GAP_CHECKS } from '../../gap/problem.ts';
import { isUnreached } from './unreached.ts';

/** An assertion that failed. */
export interface Outcome {
  readonly metric: string;
  readonly reason?: string;
}

const ORDER: ReadonlyMap<string, number> = new Map(GAP_CHECKS.map((check, at) => [check, at]));

/** Of failed assertions of a case those that say what is wrong, in the order in which checks are made. */
export function whatFailed<One extends Outcome>(failed: readonly One[]): readonly One[] {
  const reached = failed.filter(({ reason }) => !isUnreached(reason));
  const place = ({ metric }: One): number => ORDER.get(metric.slice(metric.lastIndexOf('#') + 1)) ?? GAP_CHECKS.length;
  return (reached.length > 0 ? reached : failed).toSorted((one, other) => place(one) - place(other));
}
