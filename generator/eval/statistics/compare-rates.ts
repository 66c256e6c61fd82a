import type { CaseRate } from './case-rate.ts';
import { rateOf } from './case-rate.ts';
import { signFlip } from './sign-flip.ts';
import { smallestRegression, type SmallestRegression } from './smallest-regression.ts';

/** A run beside its baseline, over the cases that both have. */
export interface RateComparison {
  readonly level: number;
  /** How many cases both have. */
  readonly cases: number;
  /** Means of the per-case rates, from 0 to 1. */
  readonly before: number;
  readonly after: number;
  /** One-sided chance of a loss this large where nothing has changed. */
  readonly p: number;
  /** `p` is at or below the level. */
  readonly worse: boolean;
  /** Must-cases that always passed and now never do. */
  readonly lost: readonly string[];
  readonly smallest: SmallestRegression;
}

export const DEFAULT_LEVEL = 0.05;

/**
 * Compares per-case rates. Cases that differ in the number of repeats are left out: their differences are not symmetric where
 * nothing has changed; the gate refuses such a comparison before.
 */
export function compareRates(
  before: readonly CaseRate[],
  after: readonly CaseRate[],
  level: number = DEFAULT_LEVEL,
): RateComparison {
  const earlier = new Map(before.map((rate) => [rate.id, rate]));
  const pairs = after.flatMap((now) => {
    const then = earlier.get(now.id);
    return then !== undefined && then.repeats === now.repeats ? [{ then, now }] : [];
  });
  const p = signFlip(pairs.map(({ then, now }) => now.passed - then.passed));
  const mean = (rates: readonly CaseRate[]): number =>
    rates.length === 0 ? 0 : rates.reduce((sum, rate) => sum + rateOf(rate), 0) / rates.length;
  return {
    level,
    cases: pairs.length,
    before: mean(pairs.map(({ then }) => then)),
    after: mean(pairs.map(({ now }) => now)),
    p,
    worse: p <= level,
    lost: pairs.flatMap(({ then, now }) =>
      now.must && now.repeats > 0 && then.passed === then.repeats && now.passed === 0 ? [now.id] : [],
    ),
    smallest: smallestRegression(
      pairs.map(({ then }) => then),
      level,
    ),
  };
}
