import { fillGap } from './fill-gap.ts';
import type { FillOutcome } from './fill-outcome.ts';
import type { FillParts } from './fill-parts.ts';
import type { FillTarget } from './fill-target.ts';

/**
 * Fills gaps, several at a time; what becomes of one is nothing to the others, except where the provider says that nobody will
 * get an answer: then only replies that have arrived are used. Outcomes in the order of the gaps. Never rejects.
 */
export async function fillGaps(
  targets: readonly FillTarget[],
  parts: FillParts,
  concurrency: number,
): Promise<readonly FillOutcome[]> {
  const outcomes = new Map<FillTarget, FillOutcome>();
  const queue = targets.values();
  let reachable = true;
  const shared: FillParts = { ...parts, isReachable: () => reachable };
  const work = async (): Promise<void> => {
    for (const target of queue) {
      const outcome = await fillGap(target, shared);
      outcomes.set(target, outcome);
      if (outcome.end.kind === 'failed' && outcome.end.failure.fatal) reachable = false;
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, targets.length) }, work));
  return targets.flatMap((target) => outcomes.get(target) ?? []);
}
