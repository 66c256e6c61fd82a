import type { CaseRate } from './case-rate.ts';
import { wilson, type Interval } from './wilson.ts';

/** A share from 0 to 1 with its 95 % confidence interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

export interface PassRates {
  /** How many of several askings are looked at: the fewest repeats that a case has. */
  readonly k: number;
  /** What they are over: the gaps; all cases where there is no gap among them. */
  readonly over: 'gaps' | 'cases';
  readonly cases: number;
  /** One asking passes. */
  readonly passAt1: Estimate;
  /** At least one of `k` passes. */
  readonly passAtK: Estimate;
  /** All of `k` pass. */
  readonly passHatK: Estimate;
}

/**
 * pass@1, pass@k and pass^k over cases. Each is estimated for a case without bias from its n repeats of which c passed:
 * 1 − C(n−c, k) / C(n, k) (Chen et al. 2021, arXiv 2107.03374) and C(c, k) / C(n, k) (Yao et al. 2024, arXiv 2406.12045), and
 * then averaged over the gaps, each of which has replies of its own. Criteria of workflows hang together through their integration's
 * gaps; where there is nothing else, the intervals are those of so many integrations.
 */
export function passRates(all: readonly CaseRate[]): PassRates {
  const gaps = all.filter(({ kind }) => kind === 'gap');
  const rates = gaps.length > 0 ? gaps : all;
  const units = gaps.length > 0 ? gaps.length : new Set(all.map(({ id }) => id.split('/')[0])).size;
  const k = rates.length === 0 ? 0 : Math.min(...rates.map(({ repeats }) => repeats));
  const over = (share: (rate: CaseRate) => number): Estimate => {
    const value = rates.length === 0 ? 0 : rates.reduce((sum, rate) => sum + share(rate), 0) / rates.length;
    return { value, ...wilson(value, units) };
  };
  return {
    k,
    over: gaps.length > 0 ? 'gaps' : 'cases',
    cases: rates.length,
    passAt1: over(({ passed, repeats }) => drawn(passed, repeats, 1)),
    passAtK: over(({ passed, repeats }) => 1 - (k === 0 ? 1 : drawn(repeats - passed, repeats, k))),
    passHatK: over(({ passed, repeats }) => (k === 0 ? 0 : drawn(passed, repeats, k))),
  };
}

/** The chance that `k` drawn of `all` are among `some`: C(some, k) / C(all, k), without large numbers. */
function drawn(some: number, all: number, k: number): number {
  if (some < k) return 0;
  let share = 1;
  for (let index = 0; index < k; index += 1) share *= (some - index) / (all - index);
  return share;
}
