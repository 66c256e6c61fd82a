import { isRecord } from '../../../data/is-record.ts';
import type { Usage } from '../../lock/gap-lock.ts';

/** What is used of a message of the Messages API. */
export interface ReadMessage {
  readonly text: string;
  readonly stop: 'end' | 'truncated' | 'refused';
  readonly model: string | undefined;
  readonly usage: Usage;
}

const TRUNCATED: ReadonlySet<unknown> = new Set(['max_tokens', 'model_context_window_exceeded']);

/**
 * Reads the body of a message, whoever sent it; undefined where it is none. The reason for the stop is looked at before the
 * text: a refusal is a 200 with nothing in it, and a truncated text looks like a whole one. Blocks that are no text (thinking) are passed over.
 */
export function readMessage(body: unknown): ReadMessage | undefined {
  if (!isRecord(body) || body['type'] !== 'message' || !Array.isArray(body['content'])) return undefined;
  const reason = body['stop_reason'];
  const text = body['content'].map(textOf).join('');
  return {
    text,
    stop: reason === 'refusal' ? 'refused' : TRUNCATED.has(reason) ? 'truncated' : 'end',
    model: typeof body['model'] === 'string' ? body['model'] : undefined,
    usage: readUsage(body['usage']),
  };
}

/** Tokens of a `usage` object; what a cache gave or took counts as input, since it was sent. */
export function readUsage(usage: unknown): Usage {
  if (!isRecord(usage)) return {};
  const input = total(usage, ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens']);
  const output = total(usage, ['output_tokens']);
  return { ...(input !== undefined && { input }), ...(output !== undefined && { output }) };
}

function textOf(block: unknown): string {
  return isRecord(block) && block['type'] === 'text' && typeof block['text'] === 'string' ? block['text'] : '';
}

/** The sum of the counts that are there; undefined where none is. */
function total(usage: Readonly<Record<string, unknown>>, names: readonly string[]): number | undefined {
  const counts = names.map((name) => usage[name]).filter((count) => typeof count === 'number' && count >= 0);
  return counts.length === 0 ? undefined : counts.reduce<number>((sum, count) => sum + Number(count), 0);
}
