import type { GapProperty } from '../../ir/logic.ts';
import type { GapProblem } from '../problem.ts';
import { brokenCriteria } from './criteria-check.ts';
import type { Outcome } from './sandbox/job.ts';
import type { SchemaCheck } from './schema-check.ts';
import { criterionProblem, faultProblem, hiddenProblem, invalidProblem, mismatchProblem } from './trial-problems.ts';

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

/** What is asked of each result besides what it is expected to be. */
export interface ResultChecks {
  readonly output: SchemaCheck;
  /** The criteria that can be tested. They are not asked of hidden examples: what is said of them would tell of these. */
  readonly properties: readonly GapProperty[];
}

/** What is wrong with the results of one round: with examples in their order, with generated inputs the shortest of each kind. */
export function judgeOutcomes(
  cases: readonly TrialCase[],
  outcomes: readonly (Outcome | undefined)[],
  checks: ResultChecks,
): GapProblem[] {
  const visible: GapProblem[] = [];
  const generated = new Map<string, { readonly problem: GapProblem; readonly length: number }>();
  const broken = new Map<number, { readonly problem: GapProblem; readonly length: number }>();
  const hidden: GapProblem[] = [];
  cases.forEach((one, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) return;
    if (one.kind !== 'hidden')
      for (const problem of criterionProblems(one.input, outcome, checks))
        keepShortest(broken, problem.criterion ?? 0, problem, one.input.length);
    if (one.kind === 'generated') {
      const found = generatedProblem(one.input, outcome, checks.output);
      if (found === undefined) return;
      keepShortest(generated, found.sort, found.problem, one.input.length);
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
    ...[...broken.values()].map(({ problem }) => problem),
    ...hidden,
  ];
}

/** Of problems that are alike, the one with the shortest input. */
function keepShortest<Key>(
  known: Map<Key, { readonly problem: GapProblem; readonly length: number }>,
  key: Key,
  problem: GapProblem,
  length: number,
): void {
  const found = known.get(key);
  if (found === undefined || length < found.length) known.set(key, { problem, length });
}

/** Of a result that fits its type: what a condition says of any other means nothing. */
function criterionProblems(
  input: string,
  outcome: Outcome,
  { output, properties }: ResultChecks,
): readonly GapProblem[] {
  if (outcome.kind !== 'value' || properties.length === 0) return [];
  const value: unknown = JSON.parse(outcome.json);
  if (output(value) !== undefined) return [];
  return brokenCriteria(properties, JSON.parse(input), value).map((one) => criterionProblem(input, outcome.json, one));
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
