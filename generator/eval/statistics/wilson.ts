import { Z95 } from './normal.ts';

/** Both from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of a mean of `count` values between 0 and 1 (Wilson 1927), 95 %. It is exact in spirit for values that
 * are 0 or 1; a mean of values between them varies less, so it is then wider than it had to be, never narrower. Unlike a
 * bootstrap it does not shrink to a point where everything passed, and it needs no random numbers. Nothing measured: 0 to 1.
 */
export function wilson(mean: number, count: number): Interval {
  if (count === 0) return { low: 0, high: 1 };
  const z2 = Z95 ** 2;
  const centre = (mean + z2 / (2 * count)) / (1 + z2 / count);
  const half = (Z95 / (1 + z2 / count)) * Math.sqrt(Math.max(0, (mean * (1 - mean)) / count + z2 / (4 * count ** 2)));
  // Rounding must not leave the mean outside of its own interval.
  return { low: Math.max(0, Math.min(mean, centre - half)), high: Math.min(1, Math.max(mean, centre + half)) };
}
