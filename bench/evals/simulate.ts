import { beta, binomial, randomOf, type Random } from '../../generator/eval/statistics/random.ts';
import { decide } from '../../generator/eval/statistics/decide.ts';
import { DEFAULT_LEVEL } from '../../generator/eval/statistics/compare-rates.ts';

/** How the true rates of cases differ among each other: Beta(alpha, beta), or the same for all. */
export interface Suite {
  readonly name: string;
  readonly draw: (random: Random) => number;
}

export const SUITES: readonly Suite[] = [
  { name: 'mostly good: Beta(8, 1), mean 89 %', draw: (random) => beta(random, 8, 1) },
  { name: 'mixed: Beta(2, 1), mean 67 %', draw: (random) => beta(random, 2, 1) },
  { name: 'either or: Beta(0.5, 0.2), mean 71 %', draw: (random) => beta(random, 0.5, 0.2) },
  { name: 'all coins: 50 % each', draw: () => 0.5 },
];

/** Shares of the comparisons that were red, from 0 to 1. */
export interface Alarms {
  /** By the paired test. */
  readonly worse: number;
  /** By the rule of must-cases that passed and now never do. */
  readonly lost: number;
  readonly either: number;
  /** A must-case passed in neither run: red whatever it is compared with, and no word of a change. */
  readonly never: number;
}

/**
 * Compares two runs of the same suite `comparisons` times, the second with each case's true rate lowered by `drop`, not below 0. With
 * no drop that is an A/A comparison, and every alarm is a false one. Each comparison draws its cases anew.
 */
export function simulate(
  { draw }: Suite,
  {
    cases,
    repeats,
    drop,
    comparisons,
    seed,
  }: Readonly<Record<'cases' | 'repeats' | 'drop' | 'comparisons' | 'seed', number>>,
): Alarms {
  const random = randomOf(seed);
  const alarms = { worse: 0, lost: 0, either: 0, never: 0 };
  for (let comparison = 0; comparison < comparisons; comparison += 1) {
    const pairs = Array.from({ length: cases }, (_, at) => {
      const rate = draw(random);
      const one = { id: String(at), kind: 'gap', must: true, repeats } as const;
      const then = { ...one, passed: binomial(random, repeats, rate) };
      return { then, now: { ...one, passed: binomial(random, repeats, Math.max(0, rate - drop)) } };
    });
    const decision = decide(pairs, DEFAULT_LEVEL);
    const [worse, lost] = [decision.worse, decision.lost.length > 0];
    if (worse) alarms.worse += 1;
    if (lost) alarms.lost += 1;
    if (worse || lost) alarms.either += 1;
    if (pairs.some(({ then, now }) => then.passed + now.passed === 0)) alarms.never += 1;
  }
  const share = (count: number): number => count / comparisons;
  return {
    worse: share(alarms.worse),
    lost: share(alarms.lost),
    either: share(alarms.either),
    never: share(alarms.never),
  };
}
