import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import { verifyGaps } from '../../gap/lock/verify-gap.ts';
import type { Wishes } from './choose-gaps.ts';
import { withJudge } from './with-judge.ts';

/** What running bodies says that their hashes do not. */
export interface TestedBodies {
  /** Those as broken whose bodies fail, though their hashes fit. */
  readonly gaps: readonly GapEntry[];
  /** Stale ones whose bodies pass the changed contract. */
  readonly passing: ReadonlySet<GapEntry>;
}

/** Runs the bodies on which it depends what is filled. Where everything is filled anew anyway, none is run. */
export async function testBodies(
  entries: readonly GapEntry[],
  { all, force }: Pick<Wishes, 'all' | 'force'>,
): Promise<TestedBodies> {
  const asked = entries.filter(({ state }) => state === 'ok' || state === 'stale');
  if (asked.length === 0 || all === true || force === true) return { gaps: entries, passing: new Set() };
  const verified = await withJudge((judge) => verifyGaps(asked, judge));
  const broken = new Map(
    verified.flatMap(({ entry, state, why }) => (state === 'broken' ? [[entry, why] as const] : [])),
  );
  const passing = new Set(
    verified.flatMap(({ entry, adoptable }) => (adoptable && entry.state === 'stale' ? [entry] : [])),
  );
  const gaps = entries.map((entry): GapEntry => {
    const why = broken.get(entry);
    return why === undefined ? entry : { ...entry, state: 'broken', why };
  });
  return { gaps, passing };
}
