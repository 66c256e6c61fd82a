import { join } from 'node:path';
import type { Budget } from '../../gap/fill/budget.ts';
import type { FillEvent } from '../../gap/fill/fill-event.ts';
import type { FillParts } from '../../gap/fill/fill-parts.ts';
import { openJournal, type Journal } from '../../gap/fill/journal.ts';
import { writeFill } from '../../gap/lock/write-fill.ts';
import { judge } from '../../gap/judge.ts';
import type { Sandbox } from '../../gap/trial/sandbox/sandbox.ts';
import { readReply } from '../../gap/prompt/read-reply.ts';
import { renderFill } from '../../gap/prompt/render-fill.ts';
import { renderRepair } from '../../gap/prompt/render-repair.ts';
import { ANTHROPIC_URL } from '../../gap/provider/anthropic/client.ts';
import { mostTokens } from '../../gap/provider/price/estimate-tokens.ts';
import type { CliIo } from '../io.ts';
import { DEFAULT_MODEL, MAX_TOKENS, UNSPECIFIED_MODEL, type FillOptions } from './fill-options.ts';
import { priceFor } from './price-for.ts';
import { openProvider } from './open-provider.ts';
import type { PromptParts } from './read-prompts.ts';

/** What a run of `gaps fill` is made of, besides its options. */
export interface FillRun {
  readonly prompts: PromptParts;
  readonly sandbox: Sandbox;
  readonly budget: Budget;
  readonly tell: (event: FillEvent) => void;
  readonly signal: AbortSignal;
}

/** The parts of a real run: a provider, the journal of this folder, prompts, the sandbox, and files beside the specs. */
export function fillPartsOf(options: FillOptions, run: FillRun, io: CliIo): FillParts {
  const { prompts, sandbox, budget, tell, signal } = run;
  const model = modelOf(options);
  const journal = journalOf(options, io);
  return {
    provider: openProvider(options, run, io),
    model,
    maxTokens: MAX_TOKENS,
    render: (target) => Promise.resolve(renderFill(prompts.prompts, target.contract, prompts.attachmentsOf(target))),
    renderRepair: (target, reply, problems) =>
      Promise.resolve(
        renderRepair(prompts.prompts, target.contract, prompts.attachmentsOf(target), { reply, problems }),
      ),
    read: readReply,
    judge: (code, contract) => judge(code, contract, sandbox),
    async save(target, accepted, provenance) {
      const attachments = prompts.attachmentsOf(target).map(({ file, sha256 }) => ({ file, sha256 }));
      await journal?.accept(target, accepted.body);
      await writeFill(target.files, target.contract, { ...accepted, provenance, attachments });
    },
    tokens: mostTokens,
    price: priceFor(model, options),
    free: options.provider === 'replay',
    budget,
    journal,
    batched: new Set(),
    tell,
    signal,
  };
}

export function modelOf({ model, provider }: FillOptions): string {
  return model ?? (provider === 'replay' ? UNSPECIFIED_MODEL : DEFAULT_MODEL);
}

/** Replies that were recorded cost nothing, and need no journal. */
export function journalOf({ provider, baseUrl }: FillOptions, { cwd }: CliIo): Journal | undefined {
  return provider === 'replay' ? undefined : openJournal(journalFolder(cwd), scopeOf(baseUrl));
}

export function journalFolder(cwd: string): string {
  return join(cwd, '.flowright', 'gaps');
}

/** Who is asked: a reply of one server is none of another's. */
export function scopeOf(baseUrl: string | undefined): string {
  return baseUrl ?? ANTHROPIC_URL;
}
