import type { RatePair } from './rate-pair.ts';

/** A must-case that passed in the baseline and now never does. */
export interface LostCase {
  readonly id: string;
  /** How often it passed in the baseline. */
  readonly before: number;
}

export interface Losses {
  /** A regression each, however good the rest is. */
  readonly lost: readonly LostCase[];
  /** Chance does as much: they fail nothing alone, and are named. */
  readonly doubtful: readonly LostCase[];
  /** At most how likely it is that `lost` is not empty though nothing has changed. */
  readonly lossChance: number;
}

/** The share of the level that the paired tests keep. */
export const LEFT = 0.2;
/** The share of the level up to which cases count that did not always pass before. */
const WEAKER = 0.5;

/**
 * Must-cases that passed and now never do. Where nothing has changed, a case that passed t of its 2k askings has all of them in the
 * first run in C(k, t) of C(2k, t) ways; what is decided from the totals alone is thus exact given the totals.
 *
 * From always to never is a regression. Where so many cases could do that by chance that the sum of their chances is over four fifths of
 * the level, as many have to do it together as make that rare (Markov's inequality, which holds however the cases hang together);
 * with fewer than four repeats one case alone is over it, and stays a regression. Cases that passed k−1 times before, k−2 and so on,
 * count too, as long as the sum of all chances is at most half of the level.
 */
export function findLosses(pairs: readonly RatePair[], level: number): Losses {
  const musts = pairs.filter(({ now, then }) => now.must && now.repeats > 0 && total({ then, now }) > 0);
  const gone = musts.filter(({ now }) => now.passed === 0);
  const budget = level * (1 - LEFT);
  const always = musts.filter((pair) => total(pair) === pair.now.repeats);
  const sum = sumOf(always);
  const needed = always.some((pair) => chance(pair) > budget) ? 1 : Math.max(1, Math.ceil(sum / budget));
  const enough = gone.filter((pair) => always.includes(pair)).length >= needed;
  const counted = new Set(enough ? always : []);
  let lossChance = sum / needed;
  if (needed === 1)
    for (const weaker of byTotal(musts)) {
      const more = lossChance + sumOf(weaker);
      if (more > level * WEAKER) break;
      lossChance = more;
      for (const pair of weaker) counted.add(pair);
    }
  const cases = (wanted: boolean): readonly LostCase[] =>
    gone.filter((pair) => counted.has(pair) === wanted).map(({ then, now }) => ({ id: now.id, before: then.passed }));
  return { lost: cases(true), doubtful: cases(false), lossChance };
}

/** Cases that passed less often than one run asks, the most often first. */
function byTotal(pairs: readonly RatePair[]): readonly (readonly RatePair[])[] {
  const groups = Map.groupBy(
    pairs.filter((pair) => total(pair) < pair.now.repeats),
    (pair) => pair.now.repeats - total(pair),
  );
  return [...groups].toSorted(([one], [other]) => one - other).map(([, members]) => members);
}

function sumOf(pairs: readonly RatePair[]): number {
  return pairs.reduce((sum, pair) => sum + chance(pair), 0);
}

function total({ then, now }: RatePair): number {
  return then.passed + now.passed;
}

/** C(k, t) / C(2k, t) */
function chance(pair: RatePair): number {
  const { repeats } = pair.now;
  let product = 1;
  for (let index = 0; index < total(pair); index += 1) product *= (repeats - index) / (2 * repeats - index);
  return product;
}
