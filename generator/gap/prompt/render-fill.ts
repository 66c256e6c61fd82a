import type { GapContract } from '../contract/contract.ts';
import type { Attachment } from './attachment.ts';
import type { FillPrompts } from './fill-prompts.ts';
import { fillData } from './prompt-data.ts';
import type { RenderedPrompt } from './rendered-prompt.ts';

/** What a model is asked first: the contract, its visible examples and the attachments. Filling and evals both ask this. */
export function renderFill(
  prompts: FillPrompts,
  contract: GapContract,
  attachments: readonly Attachment[] = [],
): RenderedPrompt {
  const data = fillData(contract, attachments);
  return {
    prompt: prompts.prompt,
    promptHash: prompts.promptHash,
    system: prompts.system(data),
    turns: [{ role: 'user', content: prompts.fill(data) }],
  };
}
