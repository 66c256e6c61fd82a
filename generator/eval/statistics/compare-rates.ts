import type { CaseRate } from './case-rate.ts';
import { rateOf } from './case-rate.ts';
import { decide, type Decision } from './decide.ts';
import { smallestRegression, type SmallestRegression } from './smallest-regression.ts';

/** A run beside its baseline, over the cases that both have. */
export interface RateComparison extends Decision {
  /** At most how often two runs of the same prompt may differ by these rules. */
  readonly level: number;
  /** How many cases both have. */
  readonly cases: number;
  /** Means of the per-case rates, from 0 to 1. */
  readonly before: number;
  readonly after: number;
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
  const decision = decide(pairs, level);
  const earlierRates = pairs.map(({ then }) => then);
  return {
    ...decision,
    level,
    cases: pairs.length,
    before: mean(earlierRates),
    after: mean(pairs.map(({ now }) => now)),
    smallest: smallestRegression(
      earlierRates.filter(({ kind }) => kind === 'gap'),
      decision.tests.find(({ over }) => over === 'gaps')?.level ?? 0,
    ),
  };
}

function mean(rates: readonly CaseRate[]): number {
  return rates.length === 0 ? 0 : rates.reduce((sum, rate) => sum + rateOf(rate), 0) / rates.length;
}
