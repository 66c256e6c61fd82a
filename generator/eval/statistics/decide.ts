import { findLosses, LEFT, type Losses } from './find-losses.ts';
import type { RatePair } from './rate-pair.ts';
import { signFlip } from './sign-flip.ts';

/** A paired test over units that have nothing to do with each other. */
export interface PairedTest {
  /** `gaps`: each gap is a unit. `workflows`: all criteria of an integration's workflows together are one. */
  readonly over: 'gaps' | 'workflows';
  readonly units: number;
  /** One-sided chance of a loss this large where nothing has changed. */
  readonly p: number;
  /** What `p` is held against; 0 where so few units could not reach any level, so that nothing is taken off the other test's. */
  readonly level: number;
}

export interface Decision extends Losses {
  readonly tests: readonly PairedTest[];
  /** A test's `p` is at or below its level. */
  readonly worse: boolean;
}

/**
 * Two rules share one level: must-cases that passed and now never do, and paired tests of the rates. What chance can do to the first is
 * taken off the level of the second, of which a fifth is left in any case. All is exact given the totals of the cases, so
 * together they are wrong no more often than the level, unless there are fewer than four repeats.
 *
 * Each gap has replies of its own, but the criteria of workflows run with the bodies of their integration's gaps: one reply that
 * failed by chance fails many of them, and counted one by one they would be a proof. So they are tested apart, by integration.
 */
export function decide(pairs: readonly RatePair[], level: number): Decision {
  const losses = findLosses(pairs, level);
  const tests = pairedTests(pairs, Math.max(level * LEFT, level - losses.lossChance));
  return { ...losses, tests, worse: tests.some((one) => one.p <= one.level) };
}

function pairedTests(pairs: readonly RatePair[], level: number): readonly PairedTest[] {
  const gaps = pairs.filter(({ now }) => now.kind === 'gap').map(difference);
  const others = Map.groupBy(
    pairs.filter(({ now }) => now.kind !== 'gap'),
    ({ now }) => now.id.split('/')[0] ?? '',
  );
  const workflows = [...others.values()].map((members) => members.reduce((sum, pair) => sum + difference(pair), 0));
  const [own, other] = levels(gaps.length, workflows.length, level);
  return [
    ...(gaps.length === 0 ? [] : [{ over: 'gaps', units: gaps.length, p: signFlip(gaps), level: own } as const]),
    ...(workflows.length === 0
      ? []
      : [{ over: 'workflows', units: workflows.length, p: signFlip(workflows), level: other } as const]),
  ];
}

/** Each test takes half where both could find something with it; else one takes all, gaps first. The least p of n units is 1 in 2ⁿ. */
function levels(gaps: number, workflows: number, level: number): readonly [gaps: number, workflows: number] {
  const reaches = (units: number, own: number): boolean => units > 0 && 0.5 ** units <= own;
  if (reaches(gaps, level / 2) && reaches(workflows, level / 2)) return [level / 2, level / 2];
  if (reaches(gaps, level)) return [level, 0];
  return [0, reaches(workflows, level) ? level : 0];
}

function difference({ then, now }: RatePair): number {
  return now.passed - then.passed;
}
