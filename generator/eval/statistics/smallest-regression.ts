import type { CaseRate } from './case-rate.ts';
import { beta, binomial, randomOf } from './random.ts';
import { signFlipQuick } from './sign-flip.ts';

/** The smallest drop of every gap's rate that the paired test would notice in at least 80 of 100 runs. */
export interface SmallestRegression {
  /** In points, from 1 to 100; absent where even a suite that fails wholly would not be noticed: there are too few gaps. */
  readonly points?: number;
  readonly power: number;
}

export const POWER = 0.8;
const TRIALS = 400;
const SEED = 20_260_101;

/**
 * Simulated with a fixed seed. The true rate of a case is unknown; it is drawn from what its repeats say of it (Beta with Jeffreys'
 * prior), lowered by the drop (not below 0), and both runs are drawn anew from it.
 */
export function smallestRegression(rates: readonly CaseRate[], level: number): SmallestRegression {
  if (level <= 0) return { power: POWER };
  let [missed, seen] = [0, 101];
  while (seen - missed > 1) {
    const points = Math.floor((missed + seen) / 2);
    if (powerFor(rates, points / 100, level) >= POWER) seen = points;
    else missed = points;
  }
  return seen > 100 ? { power: POWER } : { points: seen, power: POWER };
}

function powerFor(rates: readonly CaseRate[], drop: number, level: number): number {
  const random = randomOf(SEED);
  let noticed = 0;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const differences = rates.map(({ passed, repeats }) => {
      const chance = beta(random, passed + 0.5, repeats - passed + 0.5);
      return binomial(random, repeats, Math.max(0, chance - drop)) - binomial(random, repeats, chance);
    });
    if (signFlipQuick(differences) <= level) noticed += 1;
  }
  return noticed / TRIALS;
}
