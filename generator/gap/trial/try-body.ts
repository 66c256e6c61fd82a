import { contractHash } from '../contract/contract-hash.ts';
import type { GapContract } from '../contract/contract.ts';
import type { GapProblem } from '../problem.ts';
import { generateInputs } from './inputs/generate-inputs.ts';
import { jsonText } from './inputs/json-text.ts';
import { repeat, stopProblem } from './repeat.ts';
import { ROUNDS, runRound, type Body } from './rounds.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { schemaCheck } from './schema-check.ts';
import { judgeOutcomes, type TrialCase } from './judge-outcomes.ts';
import { faultProblem } from './trial-problems.ts';
import type { TrialVerdict } from './trial-verdict.ts';

/**
 * Runs the file of a hardened body: all examples, and inputs that are made from the input's schema, always the same for the same
 * contract. Every result has to be valid and to keep the criteria that can be tested, those of examples have to be the expected ones; and all of it once more in fresh VMs in other
 * time zones, at other times and in another order has to give the same. Of hidden examples only that one fails is told, and only
 * where nothing else is wrong.
 */
export async function tryBody(file: string, contract: GapContract, sandbox: Sandbox): Promise<TrialVerdict> {
  const body: Body = { file, functionName: contract.functionName };
  const cases = known.get(contract) ?? casesOf(contract);
  known.set(contract, cases);
  const inputs = cases.map(({ input }) => input);
  const [first, ...others] = ROUNDS;
  const base = await runRound(body, inputs, first, sandbox);
  let { runs } = base;
  const failed = (problems: readonly GapProblem[]): TrialVerdict => ({ ok: false, runs, problems });
  if (base.load !== undefined) return failed([faultProblem('totality', undefined, base.load)]);

  const problems = judgeOutcomes(cases, base.outcomes, {
    output: schemaCheck(contract.outputSchema),
    properties: contract.properties ?? [],
  });
  if (base.stopped !== undefined) problems.push(stopProblem(cases, base.stopped));
  if (problems.length > 0) return failed(openOnly(problems));

  for (const repeated of await Promise.all(others.map((round) => repeat(body, cases, base.outcomes, round, sandbox)))) {
    runs += repeated.runs;
    if (repeated.problem !== undefined) return failed([repeated.problem]);
  }
  return { ok: true, runs };
}

/** Several bodies are tried for one contract. */
const known = new WeakMap<GapContract, readonly TrialCase[]>();

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

/** A hidden example is told of where it is the only thing that is wrong. */
function openOnly(problems: readonly GapProblem[]): readonly GapProblem[] {
  const open = problems.filter(({ check }) => check !== 'hidden');
  return open.length > 0 ? open : problems.slice(0, 1);
}
