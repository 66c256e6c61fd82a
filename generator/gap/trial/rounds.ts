import type { Sandbox } from './sandbox/sandbox.ts';
import type { Outcome, SandboxReport } from './sandbox/job.ts';

/** One of the ways in which a body is run: nothing of it may show in a result. */
export interface Round {
  readonly zone: string;
  readonly clock: number;
  /** The inputs from the last to the first, so that what one call leaves for the next shows. */
  readonly isReversed: boolean;
  /** Of the inputs that were made up, one in so many. */
  readonly oneIn: number;
}

/** Offsets of hours, half hours and quarters, on both sides of UTC, with summer time and without. */
export const ROUNDS = [
  { zone: 'UTC', clock: Date.UTC(2024, 1, 29, 12, 3, 5, 7), isReversed: false, oneIn: 1 },
  { zone: 'America/St_Johns', clock: Date.UTC(2031, 6, 1, 1, 11, 13, 17), isReversed: true, oneIn: 1 },
  { zone: 'Asia/Kathmandu', clock: Date.UTC(1999, 11, 31, 23, 19, 23, 29), isReversed: false, oneIn: 4 },
] as const satisfies readonly Round[];

/** A body's file and the function that it exports. */
export interface Body {
  readonly file: string;
  readonly functionName: string;
}

/** Runs a body in a fresh VM; outcomes are in the order of the inputs, undefined where it did not come to them. */
export async function runRound(
  { file, functionName }: Body,
  inputs: readonly string[],
  { zone, clock, isReversed }: Round,
  sandbox: Sandbox,
): Promise<
  Omit<SandboxReport, 'outcomes'> & { readonly outcomes: readonly (Outcome | undefined)[]; readonly runs: number }
> {
  const job = { file, functionName, zone, clock, inputs: isReversed ? inputs.toReversed() : inputs };
  let report = await sandbox.run(job);
  // A machine that is busy with other things can have stopped it, once.
  if (report.stopped?.why === 'time' || report.stopped?.why === 'killed') report = await sandbox.run(job);
  const { outcomes, stopped } = report;
  const place = (index: number): number => (isReversed ? inputs.length - 1 - index : index);
  return {
    ...report,
    ...(stopped === undefined || stopped.at < 0 ? {} : { stopped: { why: stopped.why, at: place(stopped.at) } }),
    outcomes: inputs.map((_, index) => outcomes[place(index)]),
    runs: outcomes.length,
  };
}
