import { contractHash } from '../contract/contract-hash.ts';
import type { GapContract } from '../contract/contract.ts';
import type { GapProblem } from '../problem.ts';
import { differingCause } from './differing-cause.ts';
import { generateInputs } from './inputs/generate-inputs.ts';
import { jsonText } from './inputs/json-text.ts';
import { ROUNDS, runRound, type Body } from './rounds.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { schemaCheck } from './schema-check.ts';
import { judgeOutcomes, type TrialCase } from './judge-outcomes.ts';
import { faultProblem, hiddenProblem, stoppedProblem, unstableProblem } from './trial-problems.ts';
import type { TrialVerdict } from './trial-verdict.ts';

/**
 * Runs the file of a hardened body: all examples, and inputs that are made from the input's schema, always the same for the same
 * contract. Every result has to be valid, those of examples the expected ones; and all of it once more in fresh VMs in other
 * time zones, at other times and in another order has to give the same. Of hidden examples only that one fails is told, and only
 * where nothing else is wrong.
 */
export async function tryBody(file: string, contract: GapContract, sandbox: Sandbox): Promise<TrialVerdict> {
  const body: Body = { file, functionName: contract.functionName };
  const cases = casesOf(contract);
  const inputs = cases.map(({ input }) => input);
  const [first, ...others] = ROUNDS;
  const base = await runRound(body, inputs, first, sandbox);
  let { runs } = base;
  const failed = (problems: readonly GapProblem[]): TrialVerdict => ({ ok: false, runs, problems });
  if (base.load !== undefined) return failed([faultProblem('totality', undefined, base.load)]);

  const problems = judgeOutcomes(cases, base.outcomes, schemaCheck(contract.outputSchema));
  if (base.stopped !== undefined) problems.push(stopped(cases, base.stopped));
  if (problems.length > 0) return failed(openOnly(problems));

  const again = await Promise.all(
    others.map(async (round) => ({ round, ...(await runRound(body, inputs, round, sandbox)) })),
  );
  for (const { round, load, stopped: stop, outcomes, runs: more } of again) {
    runs += more;
    if (load !== undefined) return failed([faultProblem('determinism', undefined, load)]);
    if (stop !== undefined) return failed([stopped(cases, stop)]);
    const index = outcomes.findIndex((outcome, at) => JSON.stringify(outcome) !== JSON.stringify(base.outcomes[at]));
    const differing = cases[index];
    if (differing === undefined) continue;
    if (differing.kind === 'hidden') return failed([hiddenProblem(differing.example)]);
    const cause = await differingCause(body, differing.input, round, sandbox);
    const [one, other] = [base.outcomes[index], outcomes[index]].map((outcome) => said(outcome));
    return failed([unstableProblem(differing.input, one ?? '', other ?? '', cause)]);
  }
  return { ok: true, runs };
}

function casesOf(contract: GapContract): readonly TrialCase[] {
  const examples = contract.examples.map((example, index): TrialCase => ({
    kind: example.hidden ? 'hidden' : 'visible',
    input: jsonText(example.in),
    expected: example.out,
    example: index,
  }));
  const seed = Number.parseInt(contractHash(contract).slice(0, 8), 16) | 0;
  const generated = generateInputs(contract, seed).map((input): TrialCase => ({ kind: 'generated', input }));
  return [
    ...examples.filter(({ kind }) => kind === 'visible'),
    ...generated,
    ...examples.filter(({ kind }) => kind === 'hidden'),
  ];
}

function stopped(cases: readonly TrialCase[], stop: Parameters<typeof stoppedProblem>[1]): GapProblem {
  const at = cases[stop.at];
  return at?.kind === 'hidden' ? hiddenProblem(at.example) : stoppedProblem(at?.input, stop);
}

/** A hidden example is told of where it is the only thing that is wrong. */
function openOnly(problems: readonly GapProblem[]): readonly GapProblem[] {
  const open = problems.filter(({ check }) => check !== 'hidden');
  return open.length > 0 ? open : problems.slice(0, 1);
}

function said(outcome: { kind: string; json?: string; what?: string } | undefined): string {
  return outcome?.json ?? outcome?.what ?? 'nothing';
}
