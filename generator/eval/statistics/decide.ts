import type { CaseRate } from './case-rate.ts';
import { signFlip } from './sign-flip.ts';

/** One case in two runs, asked equally often. */
export interface RatePair {
  readonly then: CaseRate;
  readonly now: CaseRate;
}

export interface Decision {
  /** One-sided chance of a loss this large where nothing has changed. */
  readonly p: number;
  /** What `p` is held against. */
  readonly testLevel: number;
  /** At most how likely it is that chance alone loses a must-case of this suite. */
  readonly lossChance: number;
  /** `p` is at or below its level. */
  readonly worse: boolean;
  /** Must-cases that always passed and now never do. */
  readonly lost: readonly string[];
}

/**
 * Two rules share one level. A must-case that went from always to never is a regression, whatever its chance; where nothing has
 * changed, a case that passed k of its 2k askings shows just that in 1 of C(2k, k) ways, and no other case can. What that adds
 * up to is taken off the level of the paired test, of which a fifth is left in any case. Both are exact given the totals of the cases,
 * so together they are wrong no more often than the level, unless more than four fifths of it went to the losses.
 */
export function decide(pairs: readonly RatePair[], level: number): Decision {
  const chances = pairs.map(({ then, now }) =>
    now.must && now.repeats > 0 && then.passed + now.passed === now.repeats ? 1 / ways(now.repeats) : 0,
  );
  const lossChance = chances.reduce((sum, one) => sum + one, 0);
  const testLevel = Math.max(level * LEFT, level - lossChance);
  const p = signFlip(pairs.map(({ then, now }) => now.passed - then.passed));
  return {
    p,
    testLevel,
    lossChance,
    worse: p <= testLevel,
    lost: pairs.flatMap(({ then, now }) =>
      now.must && now.repeats > 0 && then.passed === then.repeats && now.passed === 0 ? [now.id] : [],
    ),
  };
}

/** The share of the level that the paired test keeps. */
export const LEFT = 0.2;

/** C(2k, k) */
function ways(k: number): number {
  let count = 1;
  for (let index = 1; index <= k; index += 1) count *= (k + index) / index;
  return count;
}
