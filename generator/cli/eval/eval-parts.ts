import path from 'node:path';
import type { LabParts } from '../../eval/lab/lab-parts.ts';
import { budgeted } from '../../eval/lab/budgeted.ts';
import { loadGradePrompts, type GradePrompts } from '../../eval/rubric/grade-prompts.ts';
import { grader } from '../../eval/rubric/grader.ts';
import type { Subject } from '../../eval/subject/load-subject.ts';
import { workflowRunner } from '../../eval/workflows/run-workflows.ts';
import type { Usage } from '../../gap/lock/gap-lock.ts';
import type { Attachment } from '../../gap/prompt/attachment.ts';
import type { FillPrompts } from '../../gap/prompt/fill-prompts.ts';
import { readAttachments } from '../../gap/prompt/read-attachments.ts';
import { readReply } from '../../gap/prompt/read-reply.ts';
import { renderFill } from '../../gap/prompt/render-fill.ts';
import { anthropicProvider } from '../../gap/provider/anthropic/anthropic-provider.ts';
import { mostTokens } from '../../gap/provider/price/estimate-tokens.ts';
import { priceOf } from '../../gap/provider/price/price-of.ts';
import type { Provider } from '../../gap/provider/provider.ts';
import { namedFolder } from '../../gap/provider/recording/named-folder.ts';
import { recordProvider } from '../../gap/provider/recording/record-provider.ts';
import { replayProvider } from '../../gap/provider/recording/replay-provider.ts';
import { failWith } from '../diagnostic-error.ts';
import type { CliIo } from '../io.ts';
import { refuseClearText } from '../gaps/refuse-clear-text.ts';
import { runTests } from '../test/run-tests.ts';
import type { TestProcess } from '../test/test-process.ts';
import type { EvalOptions } from './eval-options.ts';

/** Most tokens of a reply: as filling asks, so that both find the same recordings. */
export const MAX_TOKENS = 8_192;

export interface PartsOf {
  readonly subject: Subject;
  readonly prompts: FillPrompts;
  readonly grade: GradePrompts;
  readonly model: string;
  readonly judge: LabParts['judge'];
  /** Asks; another one in place of the recordings where replies are carried over by hand. */
  readonly provider: Provider;
  /** Runs the tests of workflows; this process where it is absent. */
  readonly tests?: TestProcess;
}

/** What measuring is made of in a real run. */
export async function evalParts(run: PartsOf, options: EvalOptions, { cwd }: CliIo): Promise<LabParts> {
  const { subject, prompts, model, judge, provider, tests } = run;
  const attachments = await attachmentsOf(subject);
  const gradingModel = options.grader ?? options.models[0] ?? model;
  const money = budgeted({
    ask: (request) => provider.ask(request),
    // What was recorded is paid for.
    ...(options.budget !== undefined && options.mode !== 'replay' && { budget: options.budget }),
    worst: (request) => costOf(request.model, { input: mostTokens(request), output: request.maxTokens }),
    costOf,
  });
  const begun = Promise.withResolvers<void>();
  const runHere = (folders: readonly string[]): ReturnType<TestProcess['run']> =>
    tests === undefined ? runTests(folders, cwd, { shared: true }) : tests.run(folders, begun.resolve);
  return {
    model,
    maxTokens: MAX_TOKENS,
    ask: money.ask,
    render: (contract) =>
      Promise.resolve(renderFill(prompts, contract, attachments.get(`${contract.integration}/${contract.gap}`) ?? [])),
    read: readReply,
    judge,
    runWorkflows: workflowRunner(subject.integrations, runHere),
    ...(tests !== undefined && { elsewhere: begun.promise }),
    grade: grader({
      model: gradingModel,
      prompts: run.grade,
      ask: money.ask,
      costOf: (usage) => costOf(gradingModel, usage),
      errorOf: money.errorOf,
    }),
    costOf: (usage) => costOf(model, usage),
    errorOf: money.errorOf,
  };
}

export function evalProvider(options: EvalOptions, { cwd, env }: CliIo): Provider {
  if (options.mode !== 'replay') refuseClearText(options, { env });
  const folder = path.resolve(cwd, options.recordings);
  if (options.mode === 'replay') return namedFolder(replayProvider({ folder }), folder, options.recordings);
  const live = anthropicProvider({ apiKey: env['ANTHROPIC_API_KEY'], baseUrl: options.baseUrl });
  return options.mode === 'live' ? live : recordProvider({ folder, live, today });
}

/** Templates for grading, from the same folder as those for filling. */
export async function gradePrompts({ prompts }: EvalOptions, cwd: string): Promise<GradePrompts> {
  const folder = prompts === undefined ? undefined : path.resolve(cwd, prompts);
  const loaded = await loadGradePrompts(folder);
  if ('reason' in loaded) throw failWith('FR7330', { folder: prompts ?? 'prompts', reason: loaded.reason });
  return loaded;
}

/** `2026-01-31`, the same day everywhere. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** US dollars; undefined where the price is not known. */
function costOf(model: string, { input = 0, output = 0 }: Usage): number | undefined {
  const price = priceOf(model, input);
  return price === undefined ? undefined : (input * price.input + output * price.output) / 1_000_000;
}

/** What fills were given, gap by gap: the prompt of an eval is that of filling. */
async function attachmentsOf({ gaps }: Subject): Promise<ReadonlyMap<string, readonly Attachment[]>> {
  const read = gaps.map(async ({ contract, attachments, files }) => {
    const named = attachments.map(({ file }) => ({ path: path.resolve(files.folder, file) }));
    const found = await readAttachments(named, files.folder);
    return [`${contract.integration}/${contract.gap}`, found.attachments] as const;
  });
  return new Map(await Promise.all(read));
}
