import { openLab, type Lab } from './lab/lab.ts';
import type { LabParts } from './lab/lab-parts.ts';
import { evaluateCases } from './promptfoo/evaluate-cases.ts';
import type { Promptfoo, PromptfooTest } from './promptfoo/promptfoo.ts';
import type { EvalError, EvalRun } from './results.ts';
import { filterSuite } from './suite/suite-of.ts';
import type { SuiteCase } from './suite/suite-case.ts';
import { normalRun } from './normal-run.ts';
import { offlineAttempts } from './offline-attempts.ts';

/** What a run is of: one prompt, one model. */
export type EvalRequest = Pick<
  EvalRun,
  'prompt' | 'promptHash' | 'promptFiles' | 'model' | 'grader' | 'mode' | 'repeats' | 'filter' | 'budget' | 'date'
> & {
  /** Askings that are under way at the same time. */
  readonly concurrency: number;
  /** What is to run instead of the tests of the suite. */
  readonly tests?: readonly PromptfooTest[];
};

/** What the specs say, whatever the prompt. */
export type EvalSubject = Pick<EvalRun, 'fills' | 'diagnostics' | 'traceability'> & {
  readonly suite: readonly SuiteCase[];
};

/** Runs the cases with promptfoo. What was to run is said by the specs alone, so that the gate sees what did not. */
export async function runEval(
  promptfoo: Promptfoo,
  { suite, fills, diagnostics, traceability }: EvalSubject,
  { concurrency, tests, ...request }: EvalRequest,
  parts: LabParts,
): Promise<EvalRun> {
  const { filter, prompt, model, repeats } = request;
  const chosen = filter === undefined ? suite : filterSuite(suite, filter);
  const lab = openLab({ all: suite, measured: chosen, repeats }, parts);
  if (request.mode === 'replay' && tests === undefined) await ahead(lab, chosen, repeats, parts.elsewhere);
  const { cases, errors } = await evaluateCases(promptfoo, chosen, lab, {
    prompt,
    model,
    repeats,
    concurrency,
    ...(tests !== undefined && { tests }),
  });
  // Replies come in any order; what is written down, as JSON too, has one.
  return normalRun({
    version: 1,
    ...request,
    fills,
    diagnostics,
    traceability,
    total: suite.length,
    expected: chosen.map(({ expected }) => expected),
    cases,
    errors: [...errors, ...attempts()],
  });
}

/**
 * Begins to measure everything: promptfoo asks for what is known then. Nobody has to be asked in a replay, so that nothing is gained by
 * its order; and where workflows run elsewhere, this process can load it meanwhile.
 */
async function ahead(
  lab: Lab,
  suite: readonly SuiteCase[],
  repeats: number,
  elsewhere: Promise<void> | undefined,
): Promise<void> {
  const all = suite.flatMap((one) => Array.from({ length: repeats }, (_, repeat) => lab.measure(one, repeat)));
  await Promise.race([Promise.all(all), ...(elsewhere === undefined ? [] : [elsewhere])]);
}

/** Connections that were tried although replays stay on this machine: `evals/offline.cjs` has refused and kept them. */
function attempts(): readonly EvalError[] {
  const tried = offlineAttempts();
  if (tried.length === 0) return [];
  return [{ kind: 'harness', message: `a replay tried to leave this machine: ${JSON.stringify(tried)}` }];
}
