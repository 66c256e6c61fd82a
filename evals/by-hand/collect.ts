import { openLab } from '../../generator/eval/lab/lab.ts';
import { batchedJudge } from '../../generator/eval/lab/batched-judge.ts';
import { loadSubject } from '../../generator/eval/subject/load-subject.ts';
import { evalParts, gradePrompts } from '../../generator/cli/eval/eval-parts.ts';
import type { EvalOptions } from '../../generator/cli/eval/eval-options.ts';
import { versions } from '../../generator/cli/eval/run-evals.ts';
import { hasErrors } from '../../generator/diagnostics/diagnostic.ts';
import { openBudget } from '../../generator/gap/fill/budget.ts';
import { fillGap } from '../../generator/gap/fill/fill-gap.ts';
import type { FillPrompts } from '../../generator/gap/prompt/fill-prompts.ts';
import { readReply } from '../../generator/gap/prompt/read-reply.ts';
import { renderRepair } from '../../generator/gap/prompt/render-repair.ts';
import type { ModelRequest, Provider } from '../../generator/gap/provider/provider.ts';
import { findRecorded } from '../../generator/gap/provider/recording/find-recorded.ts';
import { requestBody } from '../../generator/gap/provider/request/request-body.ts';
import { requestKey } from '../../generator/gap/provider/request/request-key.ts';

export interface CollectOptions extends EvalOptions {
  /** Also what `gaps fill` would ask: repairs of first replies that do not pass. */
  readonly fill: boolean;
}

/**
 * Every request that evals and filling would make and that has no recording yet. What depends on a reply (a repair, a grade) comes
 * in a later round, once that reply is recorded.
 */
export async function missingRequests(
  specs: readonly string[],
  options: CollectOptions,
  cwd: string,
): Promise<readonly ModelRequest[]> {
  const missing = new Map<string, ModelRequest>();
  const provider = collector(options.recordings, missing);
  const { judge, dispose } = batchedJudge();
  try {
    const subject = await loadSubject(specs, { cwd, out: 'out', judge });
    if (hasErrors(subject.diagnostics)) throw new Error(subject.diagnostics.map(({ message }) => message).join('\n'));
    const grade = await gradePrompts(options, cwd);
    const io = { cwd, env: process.env, stdout: process.stdout, stderr: process.stderr };
    for (const prompts of await versions(options, cwd))
      for (const model of options.models) {
        const parts = await evalParts({ subject, prompts, grade, model, judge, provider }, options, io);
        const lab = openLab({ all: subject.suite, measured: subject.suite, repeats: options.repeat }, parts);
        await Promise.all(
          subject.suite.flatMap((one) => Array.from({ length: options.repeat }, (_, at) => lab.measure(one, at))),
        );
        if (options.fill) await fillAll(subject, prompts, parts, provider);
      }
  } finally {
    await dispose();
  }
  return [...missing.values()];
}

function collector(recordings: string, missing: Map<string, ModelRequest>): Provider {
  return {
    name: 'replay',
    ask: async (request) => {
      const found = await findRecorded(recordings, request);
      if (found !== undefined) return found;
      missing.set(`${requestKey(requestBody(request))}.${String(request.repeat)}`, request);
      return { kind: 'failed', code: 'FR7310', message: 'not recorded yet', usage: {}, fatal: false };
    },
  };
}

/** Goes through the loop of `gaps fill` as far as there are recordings; nothing is saved. */
async function fillAll(
  { gaps }: Awaited<ReturnType<typeof loadSubject>>,
  prompts: FillPrompts,
  parts: Awaited<ReturnType<typeof evalParts>>,
  provider: Provider,
): Promise<void> {
  const { model, maxTokens, judge } = parts;
  for (const target of gaps)
    await fillGap(target, {
      provider,
      model,
      maxTokens,
      render: ({ contract }) => parts.render(contract),
      renderRepair: ({ contract }, reply, problems) =>
        Promise.resolve(renderRepair(prompts, contract, [], { reply, problems })),
      read: readReply,
      judge,
      save: () => Promise.resolve(),
      tokens: () => 0,
      price: () => undefined,
      free: true,
      budget: openBudget(undefined),
      journal: undefined,
      batched: new Set(),
      tell: () => undefined,
      signal: new AbortController().signal,
    });
}
