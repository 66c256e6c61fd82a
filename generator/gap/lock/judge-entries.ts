import type { GivenBody } from '../check/check-body.ts';
import type { Judgement } from '../judge.ts';
import type { GapEntry } from './gap-entry.ts';

/** Runs bodies through all checks; judgements in the order of the bodies. */
export type JudgeBodies = (given: readonly GivenBody[]) => Promise<readonly Judgement[]>;

/** The judgements of the gaps that have a body. */
export async function judgeEntries(
  entries: readonly GapEntry[],
  judge: JudgeBodies,
): Promise<ReadonlyMap<GapEntry, Judgement | undefined>> {
  const given = entries.flatMap((entry) =>
    entry.body === undefined ? [] : [{ entry, code: entry.body.body, contract: entry.contract }],
  );
  const judgements = given.length === 0 ? [] : await judge(given);
  return new Map(given.map(({ entry }, at) => [entry, judgements[at]]));
}
