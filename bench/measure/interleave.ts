import { performance } from 'node:perf_hooks';

export type Work = () => unknown;

export interface RoundOptions {
  /** Rounds that count. */
  readonly rounds: number;
  /** Rounds before them, for compilers and caches to settle. */
  readonly warmUps: number;
}

/**
 * Milliseconds of each piece of work in each round. A round runs all of them one after the other, every other round in the
 * opposite order: what disturbs the machine for longer than a round disturbs all alike.
 */
export async function interleave(
  works: readonly Work[],
  { rounds, warmUps }: RoundOptions,
): Promise<readonly (readonly number[])[]> {
  const times = works.map((): number[] => []);
  const order = works.map((work, index) => ({ work, into: times[index] }));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const { work, into } of round % 2 === 0 ? order : order.toReversed()) {
      const began = performance.now();
      await work();
      const took = performance.now() - began;
      if (round >= warmUps) into?.push(took);
    }
  }
  return times;
}

/** Time of `one` ÷ time of `other`, round by round. */
export async function timeRatio(one: Work, other: Work, options: RoundOptions): Promise<readonly number[]> {
  return ratios(await interleave([one, other], options));
}

export function ratios([ones = [], others = []]: readonly (readonly number[])[]): readonly number[] {
  return ones.map((one, round) => one / (others[round] ?? Number.NaN));
}
