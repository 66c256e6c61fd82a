import { fillGap } from './fill-gap.ts';
import type { FillOutcome } from './fill-outcome.ts';
import type { FillParts } from './fill-parts.ts';
import type { FillTarget } from './fill-target.ts';
import { NOTHING } from './spending.ts';

/**
 * Fills gaps, several at a time; what becomes of one is nothing to the others, except where the provider says that nobody will
 * get an answer. Outcomes in the order of the gaps. Never rejects.
 */
export async function fillGaps(
  targets: readonly FillTarget[],
  parts: FillParts,
  concurrency: number,
): Promise<readonly FillOutcome[]> {
  const outcomes = new Map<FillTarget, FillOutcome>();
  const queue = targets.values();
  let stopped = false;
  const work = async (): Promise<void> => {
    for (const target of queue) {
      const outcome = stopped ? left(target, parts) : await fillGap(target, parts);
      outcomes.set(target, outcome);
      if (outcome.end.kind === 'failed' && outcome.end.failure.fatal) stopped = true;
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, targets.length) }, work));
  return targets.flatMap((target) => outcomes.get(target) ?? []);
}

function left(target: FillTarget, { tell }: FillParts): FillOutcome {
  const outcome: FillOutcome = {
    target,
    end: { kind: 'left', why: 'provider' },
    tries: 0,
    paid: NOTHING,
    resumed: NOTHING,
  };
  tell({ type: 'ended', outcome });
  return outcome;
}
