import type { GapProblem } from '../problem.ts';
import { differingCause } from './differing-cause.ts';
import type { TrialCase } from './judge-outcomes.ts';
import { runRound, type Body, type Round } from './rounds.ts';
import type { Outcome, Stopped } from './sandbox/job.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { faultProblem, hiddenProblem, stoppedProblem, unstableProblem } from './trial-problems.ts';

/** Runs cases once more under other circumstances and looks for the first that comes out differently. */
export async function repeat(
  body: Body,
  cases: readonly TrialCase[],
  before: readonly (Outcome | undefined)[],
  round: Round,
  sandbox: Sandbox,
): Promise<{ readonly problem?: GapProblem; readonly runs: number }> {
  const chosen = cases
    .map((one, index) => ({ one, was: before[index] }))
    .filter(({ one }, index) => one.kind !== 'generated' || index % round.oneIn === 0);
  const inputs = chosen.map(({ one }) => one.input);
  const { load, stopped, outcomes, runs } = await runRound(body, inputs, round, sandbox);
  if (load !== undefined) return { problem: faultProblem('determinism', undefined, load), runs };
  const all = chosen.map(({ one }) => one);
  if (stopped !== undefined) return { problem: stopProblem(all, stopped), runs };
  for (const [index, { one, was }] of chosen.entries()) {
    const is = outcomes[index];
    if (JSON.stringify(is) === JSON.stringify(was)) continue;
    if (one.kind === 'hidden') return { problem: hiddenProblem(one.example), runs };
    const cause = await differingCause(body, one.input, round, sandbox);
    return { problem: unstableProblem(one.input, said(was), said(is), cause), runs };
  }
  return { runs };
}

/** The VM had to be stopped at a case, or while it loaded the file. */
export function stopProblem(cases: readonly TrialCase[], stopped: Stopped): GapProblem {
  const at = cases[stopped.at];
  return at?.kind === 'hidden' ? hiddenProblem(at.example) : stoppedProblem(at?.input, stopped);
}

function said(outcome: Outcome | undefined): string {
  if (outcome === undefined) return 'nothing';
  return outcome.kind === 'value' ? outcome.json : outcome.what;
}
