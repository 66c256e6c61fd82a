import { isRecord } from '../../data/is-record.ts';
import type { Params } from './script.ts';

/** Parameters that version 2026-10-21 of the API takes no more. */
const REMOVED = ['temperature', 'top_p', 'top_k'] as const;

/** Reads a question as strictly as the API does; a string says what is wrong with it. */
export function readParams(body: unknown): Params | string {
  if (!isRecord(body)) return 'the body is no object';
  const { model, max_tokens: most, system, messages, stream } = body;
  if (typeof model !== 'string' || model === '') return 'model: field required';
  if (typeof most !== 'number' || !Number.isInteger(most) || most < 1) return 'max_tokens: field required';
  if (system !== undefined && typeof system !== 'string') return 'system: must be a text';
  const removed = REMOVED.find((name) => name in body);
  if (removed !== undefined) return `${removed}: Extra inputs are not permitted`;
  if (!Array.isArray(messages) || messages.length === 0) return 'messages: at least one message is required';
  const turns = messages.map((one: unknown) => readTurn(one));
  const read = turns.filter((one) => one !== undefined);
  if (read.length < turns.length) return 'messages: each has a role and a text that is not empty';
  if (read[0]?.role !== 'user') return 'messages: the first one must be the user’s';
  return { model, max_tokens: most, system: system ?? '', messages: read, stream: stream === true };
}

function readTurn(turn: unknown): Params['messages'][number] | undefined {
  if (!isRecord(turn)) return undefined;
  const { role, content } = turn;
  if (role !== 'user' && role !== 'assistant') return undefined;
  return typeof content === 'string' && content.trim() !== '' ? { role, content } : undefined;
}
