import type { Lab } from '../lab/lab.ts';
import type { EvalCase, EvalError, EvalRepeat } from '../results.ts';
import type { SuiteCase } from '../suite/suite-case.ts';
import type { Promptfoo, PromptfooProvider, PromptfooTest } from './promptfoo.ts';
import { readSummary, type ReadResult } from './read-summary.ts';
import { testsOf, wrongTests } from './tests-of.ts';

export interface EvaluateOptions {
  /** `fill@v1` */
  readonly prompt: string;
  readonly model: string;
  readonly repeats: number;
  readonly concurrency: number;
  /** What is to run; made of the suite where absent. */
  readonly tests?: readonly PromptfooTest[];
}

export interface Evaluated {
  readonly cases: readonly EvalCase[];
  readonly errors: readonly EvalError[];
}

/** Runs cases with promptfoo and reads its results back: by case and repeat, each assertion by its name. */
export async function evaluateCases(
  promptfoo: Promptfoo,
  suite: readonly SuiteCase[],
  lab: Lab,
  options: EvaluateOptions,
): Promise<Evaluated> {
  const { prompt, model, repeats, concurrency } = options;
  const tests = options.tests ?? testsOf(suite, repeats, lab);
  const wrong = wrongTests(tests);
  if (wrong.length > 0) return { cases: [], errors: wrong };
  // An empty list would make promptfoo run its own default test.
  if (tests.length === 0) return { cases: [], errors: [] };
  const evaluated = await promptfoo.evaluate(
    {
      description: `${prompt} with ${model}`,
      prompts: [{ raw: prompt, label: prompt }],
      providers: [labProvider(suite, lab, model)],
      tests,
      writeLatestResults: false,
      sharing: false,
    },
    { maxConcurrency: concurrency, cache: false, showProgressBar: false, silent: true },
  );
  const { results, errors } = readSummary(await evaluated.toEvaluateSummary());
  return { cases: await Promise.all(suite.map((one) => caseOf(one, results, lab))), errors };
}

/** The model as a provider of promptfoo's. */
export function labProvider(suite: readonly SuiteCase[], lab: Lab, model: string): PromptfooProvider {
  const cases = new Map(suite.map((one) => [one.expected.id, one]));
  return {
    id: () => `flowright:${model}`,
    label: model,
    callApi: async (_prompt, context) => {
      const { id, repeat } = readCase(context?.vars['case']);
      const one = cases.get(id);
      if (one === undefined) return { error: `there is no case '${id}'` };
      const { output, error, usage, cost, latency } = await lab.measure(one, repeat);
      if (error !== undefined) return { error: error.message };
      const { input = 0, output: completion = 0 } = usage;
      return {
        // An empty output would be taken for none.
        output: output === '' ? ' ' : output,
        tokenUsage: { prompt: input, completion, total: input + completion },
        ...(cost !== undefined && { cost }),
        ...(latency !== undefined && { latencyMs: latency }),
      };
    },
  };
}

function readCase(value: unknown): { readonly id: string; readonly repeat: number } {
  const { id, repeat } = typeof value === 'object' && value !== null && 'id' in value && 'repeat' in value ? value : {};
  return { id: typeof id === 'string' ? id : '', repeat: typeof repeat === 'number' ? repeat : -1 };
}

async function caseOf(one: SuiteCase, results: readonly ReadResult[], lab: Lab): Promise<EvalCase> {
  const { id, kind, must } = one.expected;
  const own = results.filter((result) => result.id === id);
  return { id, kind, must, repeats: await Promise.all(own.map((result) => repeatOf(one, result, lab))) };
}

/** Tokens, cost and bodies are as they were measured; only what was asserted is promptfoo's. */
async function repeatOf(one: SuiteCase, { repeat, assertions, error }: ReadResult, lab: Lab): Promise<EvalRepeat> {
  const { usage, cost, latency, body, without, error: known } = await lab.measure(one, repeat);
  const failed: EvalError | undefined =
    known ?? (error === undefined ? undefined : { kind: 'harness', message: error });
  const musts = new Map(one.expected.metrics.map(({ metric, must }) => [metric, must]));
  return {
    repeat,
    assertions:
      failed === undefined
        ? assertions.map((made) => ({ ...made, must: musts.get(made.metric) ?? false, weight: 1 }))
        : [],
    usage,
    ...(cost !== undefined && { cost }),
    ...(latency !== undefined && { latency }),
    ...(body !== undefined && { body }),
    ...(without !== undefined && { without }),
    ...(failed !== undefined && { error: failed }),
  };
}
