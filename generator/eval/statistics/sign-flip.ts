import { normalBelow } from './normal.ts';

/**
 * Paired sign-flip (Fisher–Pitman permutation) test, one-sided: how likely a sum of differences this low or lower is where
 * nothing has changed. Then the two rates of a case are exchangeable and each difference is as likely with the other sign. The
 * differences are whole numbers (passed after minus passed before, of the same number of repeats), so all 2^n sign patterns
 * are counted by their sums: exact, without random numbers.
 */
export function signFlip(differences: readonly number[]): number {
  const sizes = differences.map(Math.abs).filter((size) => size > 0);
  const reach = sizes.reduce((sum, size) => sum + size, 0);
  const observed = differences.reduce((sum, one) => sum + one, 0);
  // chances[reach + s]: of the sum s over the differences so far.
  let chances = new Float64Array(2 * reach + 1);
  chances[reach] = 1;
  let span = 0;
  for (const size of sizes) {
    const next = new Float64Array(2 * reach + 1);
    for (let at = reach - span; at <= reach + span; at += 1) {
      const half = (chances[at] ?? 0) / 2;
      if (half === 0) continue;
      next[at - size] = (next[at - size] ?? 0) + half;
      next[at + size] = (next[at + size] ?? 0) + half;
    }
    chances = next;
    span += size;
  }
  return Math.min(
    1,
    chances.subarray(0, reach + observed + 1).reduce((sum, one) => sum + one, 0),
  );
}

/** As `signFlip`, approximated where many differences make that good: for simulations, which run it thousands of times. */
export function signFlipQuick(differences: readonly number[]): number {
  const moved = differences.filter((one) => one !== 0);
  if (moved.length <= MANY) return signFlip(moved);
  const sum = moved.reduce((total, one) => total + one, 0);
  return normalBelow((sum + 0.5) / Math.sqrt(moved.reduce((total, one) => total + one * one, 0)));
}

const MANY = 30;
