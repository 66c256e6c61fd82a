import { summarise } from '../measure/statistics.ts';
import type { Reading } from '../reading.ts';

/** Whether the median meets its target; undefined where there is none. */
export function isMet({ rounds, target }: Reading): boolean | undefined {
  if (target === undefined) return undefined;
  const { median } = summarise(rounds);
  return 'atMost' in target ? median <= target.atMost : median >= target.atLeast;
}
