import type { GapContract } from '../contract/contract.ts';
import type { GapProblem } from '../problem.ts';
import type { Attachment } from './attachment.ts';
import type { FillPrompts } from './fill-prompts.ts';
import { repairData } from './prompt-data.ts';
import { readReply } from './read-reply.ts';
import { renderFill } from './render-fill.ts';
import type { RenderedPrompt } from './rendered-prompt.ts';

export interface RepairOf {
  /** The text of the latest reply, or the code that was taken from it. */
  readonly reply: string;
  /** What is wrong with it. */
  readonly problems: readonly GapProblem[];
}

/** An answer that holds nothing is no turn that could be sent. */
const NOTHING = '(no answer)';
const LONGEST_REPLY = 20_000;

/** A repair: the first prompt, the latest body and what is wrong with it; nothing of the tries before. */
export function renderRepair(
  prompts: FillPrompts,
  contract: GapContract,
  attachments: readonly Attachment[],
  { reply, problems }: RepairOf,
): RenderedPrompt {
  const first = renderFill(prompts, contract, attachments);
  return {
    ...first,
    turns: [
      ...first.turns,
      { role: 'assistant', content: latest(reply) },
      { role: 'user', content: prompts.repair(repairData(contract, attachments, problems)) },
    ],
  };
}

/** The code of a reply alone, where it can be read; lines are then counted in it as in the problems. */
function latest(reply: string): string {
  const read = readReply(reply);
  if (read.kind === 'code') return `\`\`\`ts\n${read.code}\`\`\``;
  const text = reply.trim();
  if (text === '') return NOTHING;
  if (text.length > LONGEST_REPLY) return `${text.slice(0, LONGEST_REPLY)}…`;
  return /^export function /m.test(text) && !/^\s*(?:`{3}|~{3})/m.test(text) ? `\`\`\`ts\n${text}\n\`\`\`` : text;
}
