import { performance } from 'node:perf_hooks';
import { timeRatio } from './interleave.ts';

/** Work on one of several inputs, far shorter than a clock can tell. */
export type Small = (input: unknown) => unknown;

/** Long enough for the clock, short enough for a disturbance to hit both sides alike. */
const SAMPLE_MS = 25;
const ROUNDS = { rounds: 31, warmUps: 6 };

/** Where results go, so that no compiler can leave the work out. */
export const sink: { last: unknown } = { last: undefined };

/** How many times as fast as `theirs` is `ours`, round by round, over the same inputs. */
export async function throughputRatio(
  ours: Small,
  theirs: Small,
  inputs: readonly unknown[],
): Promise<readonly number[]> {
  const passes = passesIn(SAMPLE_MS, theirs, inputs);
  return await timeRatio(
    () => run(theirs, inputs, passes),
    () => run(ours, inputs, passes),
    ROUNDS,
  );
}

function passesIn(ms: number, work: Small, inputs: readonly unknown[]): number {
  for (let passes = 16; ; passes *= 2) {
    const began = performance.now();
    run(work, inputs, passes);
    if (performance.now() - began > ms) return passes;
  }
}

function run(work: Small, inputs: readonly unknown[], passes: number): void {
  for (let pass = 0; pass < passes; pass += 1) for (const input of inputs) sink.last = work(input);
}
