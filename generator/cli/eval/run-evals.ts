import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import type { Baseline } from '../../eval/baseline/baseline.ts';
import { baselinePath, readBaseline } from '../../eval/baseline/baseline-file.ts';
import { batchedJudge } from '../../eval/lab/batched-judge.ts';
import { loadPromptFiles } from '../../eval/prompt-files.ts';
import type { EvalRun } from '../../eval/results.ts';
import { runEval } from '../../eval/run-eval.ts';
import { loadSubject, type Subject } from '../../eval/subject/load-subject.ts';
import type { FillPrompts } from '../../gap/prompt/fill-prompts.ts';
import { loadPrompts } from '../../gap/prompt/load-prompts.ts';
import { DiagnosticError, failWith } from '../diagnostic-error.ts';
import type { CliIo } from '../io.ts';
import { BrokenSpecs, type RunDetails } from './broken-specs.ts';
import type { EvalHome } from './eval-home.ts';
import type { EvalOptions } from './eval-options.ts';
import { evalParts, evalProvider, gradePrompts, today } from './eval-parts.ts';

/** Cases that are under way together in a replay. */
const AT_ONCE = 500;

/** Runs evals: one run for each prompt and each model, one after the other. Throws with diagnostics for wrong specs and prompts. */
export async function runEvals(
  { promptfoo, tests }: EvalHome,
  specs: readonly string[],
  options: EvalOptions,
  io: CliIo,
): Promise<{ readonly runs: readonly EvalRun[]; readonly sources: Subject['sources'] }> {
  const { judge, dispose } = batchedJudge();
  try {
    const subject = await loadSubject(specs.length === 0 ? ['.'] : specs, { cwd: io.cwd, out: 'out', judge });
    const prompts = await versions(options, io.cwd);
    const [first] = prompts;
    // What is wrong with a spec is shown as everywhere else; nothing was measured.
    if (hasErrors(subject.diagnostics) && first !== undefined) {
      const [model = ''] = options.models;
      throw new BrokenSpecs(subject, await detailsOf(first, model, subject, options, io.cwd));
    }
    await requireBaselines(prompts, options, io.cwd);
    const grade = await gradePrompts(options, io.cwd);
    const provider = evalProvider(options, io);
    const runs: EvalRun[] = [];
    for (const version of prompts)
      for (const model of options.models) {
        const parts = await evalParts({ subject, prompts: version, grade, model, judge, provider, tests }, options, io);
        const details = await detailsOf(version, model, subject, options, io.cwd);
        // Nobody is asked in a replay; bodies that are judged together take a fraction of the time.
        const concurrency = options.mode === 'replay' ? AT_ONCE : options.concurrency;
        runs.push(await runEval(promptfoo, subject, { ...details, concurrency }, parts));
      }
    return { runs, sources: subject.sources };
  } finally {
    await dispose();
  }
}

/** Before a model is asked, which costs: without a baseline the gate would be red in any case. */
async function requireBaselines(
  prompts: readonly FillPrompts[],
  { compare, mode, models, baselines }: EvalOptions,
  cwd: string,
): Promise<void> {
  if (compare === undefined || mode === 'replay') return;
  for (const { prompt: own } of prompts)
    for (const model of models) {
      const prompt = comparedPrompt(compare, own);
      if ((await baselineOf({ prompt, model }, baselines, cwd)) !== undefined) continue;
      throw failWith('FR6001', {
        problem: `there is no baseline of ${prompt} with ${model} to compare with, so nothing was asked`,
        fix: `make one with flowright eval accept --prompt ${prompt}, or leave out --compare`,
      });
    }
}

/** The versions of the prompt that were named, or the current one. */
export async function versions({ prompt, prompts }: EvalOptions, cwd: string): Promise<readonly FillPrompts[]> {
  const folder = prompts === undefined ? undefined : path.resolve(cwd, prompts);
  const loaded = await Promise.all(
    (prompt ?? [undefined]).map((name) => loadPrompts({ folder, version: name?.replace(/^fill@/, '') })),
  );
  const problems = loaded.flatMap((one) => (one.ok ? [] : [one.diagnostic]));
  if (problems.length > 0) throw new DiagnosticError(problems);
  return loaded.flatMap((one) => (one.ok ? [one.prompts] : []));
}

async function detailsOf(
  { prompt, promptHash }: FillPrompts,
  model: string,
  { suite }: Subject,
  options: EvalOptions,
  cwd: string,
): Promise<RunDetails> {
  const { mode, repeat, filter, budget } = options;
  const folder = options.prompts === undefined ? undefined : path.resolve(cwd, options.prompts);
  const isGraded = suite.some(({ expected }) => expected.kind === 'rubric');
  return {
    prompt,
    promptHash,
    promptFiles: await loadPromptFiles(prompt, folder),
    model,
    ...(isGraded && { grader: options.grader ?? options.models[0] ?? model }),
    mode,
    repeats: repeat,
    ...(filter !== undefined && { filter }),
    ...(budget !== undefined && { budget }),
    ...(mode !== 'replay' && { date: today() }),
  };
}

/** The prompt whose baseline `--compare` names: a run's own, or another. */
export function comparedPrompt(compare: string, own: string): string {
  return compare === 'baseline' ? own : compare;
}

/** The baseline of a prompt and a model in a folder; undefined where there is none. */
export async function baselineOf(
  { prompt, model }: Pick<EvalRun, 'prompt' | 'model'>,
  baselines: string,
  cwd: string,
): Promise<Baseline | undefined> {
  const file = path.posix.join(baselines, baselinePath({ prompt, model }));
  let text: string;
  try {
    text = await readFile(path.resolve(cwd, file), 'utf8');
  } catch {
    return undefined;
  }
  const read = readBaseline(text);
  if ('reason' in read) throw failWith('FR8002', { file, reason: read.reason });
  return read;
}
