import { hash } from '../../data/hash.ts';
import type { Judgement } from '../judge.ts';
import type { GapProblem } from '../problem.ts';
import type { GapEntry } from './gap-entry.ts';
import type { StateAndWhy } from './gap-state.ts';
import { judgeEntries, type JudgeBodies } from './judge-entries.ts';

/** A gap whose body was tested. */
export interface VerifiedGap extends StateAndWhy {
  readonly entry: GapEntry;
  /** Why the body fails; empty where it passes, or was not tested. */
  readonly problems: readonly GapProblem[];
  /** The body passes, though it is not locked as it is: `gaps adopt` would accept it. */
  readonly adoptable: boolean;
}

/** Tests the bodies of gaps, whatever their hashes say: what is stale may pass nonetheless. */
export async function verifyGaps(entries: readonly GapEntry[], judge: JudgeBodies): Promise<readonly VerifiedGap[]> {
  const judged = await judgeEntries(entries, judge);
  return entries.map((entry) => verified(entry, judged.get(entry)));
}

function verified(entry: GapEntry, judgement: Judgement | undefined): VerifiedGap {
  const { state, why, lock } = entry;
  if (judgement === undefined) return { entry, state, why, problems: [], adoptable: false };
  if (!judgement.ok) {
    const failed = 'the body fails its contract';
    return state === 'ok'
      ? { entry, state: 'broken', why: failed, problems: judgement.problems, adoptable: false }
      : { entry, state, why: `${why}, and ${failed}`, problems: judgement.problems, adoptable: false };
  }
  if (state === 'ok' && hash(judgement.file) !== lock?.tested) {
    const changed = 'the rules by which bodies are made safe have changed since it was accepted';
    return { entry, state: 'stale', why: changed, problems: [], adoptable: true };
  }
  return { entry, state, why, problems: [], adoptable: state !== 'ok' };
}
