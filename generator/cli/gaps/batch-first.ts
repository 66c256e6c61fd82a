import { setTimeout } from 'node:timers/promises';
import { askInBatch } from '../../gap/fill/batch/ask-in-batch.ts';
import { openBatchJournal } from '../../gap/fill/batch/batch-journal.ts';
import type { FillParts } from '../../gap/fill/fill-parts.ts';
import type { FillTarget } from '../../gap/fill/fill-target.ts';
import { anthropicBatches } from '../../gap/provider/batch/anthropic-batches.ts';
import type { CliIo } from '../io.ts';
import type { FillOptions } from './fill-options.ts';
import { journalFolder, scopeOf } from './fill-parts-of.ts';

/** Asks the first tries in a batch; returns what filling then has to know: what was paid, and that a provider is out of reach. */
export async function batchFirst(
  targets: readonly FillTarget[],
  parts: FillParts,
  { baseUrl }: FillOptions,
  { env, cwd }: CliIo,
): Promise<Partial<FillParts>> {
  const { journal } = parts;
  if (journal === undefined) return {};
  const { paid, failure } = await askInBatch(targets, parts, {
    service: anthropicBatches({
      apiKey: env['ANTHROPIC_API_KEY'],
      baseUrl,
      onRetry: ({ message }, milliseconds) => parts.tell({ type: 'waiting', reason: message, milliseconds }),
    }),
    sent: openBatchJournal(journalFolder(cwd), scopeOf(baseUrl)),
    journal,
    wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }).catch(() => undefined),
  });
  if (failure === undefined) return { batched: paid };
  // Replies that have arrived are used; whoever still has to be asked is told why nobody is.
  const ask = (): Promise<typeof failure> => Promise.resolve({ ...failure, fatal: true });
  return { batched: paid, provider: { name: parts.provider.name, ask } };
}
