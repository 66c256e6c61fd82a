import type { GapProblem } from '../problem.ts';
import type { Outcome } from './sandbox/job.ts';
import type { SchemaCheck } from './schema-check.ts';
import { faultProblem, hiddenProblem, invalidProblem, mismatchProblem } from './trial-problems.ts';

/** An input and what is known of its result. */
export type TrialCase =
  | { readonly kind: 'generated'; readonly input: string }
  | {
      readonly kind: 'visible' | 'hidden';
      readonly input: string;
      readonly expected: unknown;
      readonly example: number;
    };

/** More would not help anybody to see what is wrong. */
const MOST_EXAMPLES = 5;
const MOST_GENERATED = 3;

/** What is wrong with the results of one round: with examples in their order, with generated inputs the shortest of each kind. */
export function judgeOutcomes(
  cases: readonly TrialCase[],
  outcomes: readonly (Outcome | undefined)[],
  checkOutput: SchemaCheck,
): GapProblem[] {
  const visible: GapProblem[] = [];
  const generated = new Map<string, { readonly problem: GapProblem; readonly length: number }>();
  const hidden: GapProblem[] = [];
  cases.forEach((one, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) return;
    if (one.kind === 'generated') {
      const found = generatedProblem(one.input, outcome, checkOutput);
      if (found === undefined) return;
      const known = generated.get(found.sort);
      if (known === undefined || one.input.length < known.length)
        generated.set(found.sort, { problem: found.problem, length: one.input.length });
      return;
    }
    const problem =
      outcome.kind === 'value'
        ? mismatchProblem(one.input, outcome.json, one.expected)
        : faultProblem('visible', one.input, outcome);
    if (problem === undefined) return;
    if (one.kind === 'hidden') hidden.push(hiddenProblem(one.example));
    else visible.push({ ...problem, example: one.example });
  });
  return [
    ...visible.slice(0, MOST_EXAMPLES),
    ...[...generated.values()].slice(0, MOST_GENERATED).map(({ problem }) => problem),
    ...hidden,
  ];
}

/** `sort` is the same for inputs that fail alike. */
function generatedProblem(
  input: string,
  outcome: Outcome,
  checkOutput: SchemaCheck,
): { readonly problem: GapProblem; readonly sort: string } | undefined {
  if (outcome.kind !== 'value') return { problem: faultProblem('totality', input, outcome), sort: outcome.what };
  const why = checkOutput(JSON.parse(outcome.json));
  return why === undefined ? undefined : { problem: invalidProblem(input, outcome.json, why), sort: why };
}
