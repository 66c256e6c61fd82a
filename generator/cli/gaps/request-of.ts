import { firstRequest } from '../../gap/fill/fill-gap.ts';
import { renderFill } from '../../gap/prompt/render-fill.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import type { ModelRequest } from '../../gap/provider/provider.ts';
import { failWith } from '../diagnostic-error.ts';
import { MAX_TOKENS, type PromptOptions } from './fill-options.ts';
import { findOne } from './find-one.ts';
import { readPrompts } from './read-prompts.ts';

/** The first request for a gap, as filling it would send it; the model where none is named is `model`. */
export async function requestOf(
  integration: string,
  gap: string,
  options: PromptOptions,
  model: string,
  cwd: string,
): Promise<{ readonly entry: GapEntry; readonly request: ModelRequest }> {
  const entries = await findOne(integration, [gap], options.spec, cwd);
  const [entry] = entries;
  // Named gaps that are not there are refused before.
  if (entry === undefined) throw failWith('FR7011', { what: 'gap', name: gap, known: [] });
  const { prompts, attachmentsOf } = await readPrompts(entries, options, cwd);
  const prompt = renderFill(prompts, entry.contract, attachmentsOf(entry));
  return { entry, request: firstRequest(entry, prompt, { model: options.model ?? model, maxTokens: MAX_TOKENS }) };
}
