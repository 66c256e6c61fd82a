import type { Params, Reply } from './script.ts';

export interface Tokens {
  readonly input: number;
  readonly output: number;
}

/** Tokens as this server counts them: a quarter of the characters. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}

export function inputTokens({ system, messages }: Pick<Params, 'system' | 'messages'>): number {
  return tokensOf([system, ...messages.map((one) => one.content)].join('\n'));
}

/** The text that a reply brings, with what its fault leaves of it, and why it stops. */
export function spoken({ text = '', fault }: Reply): { readonly text: string; readonly stop: string } {
  if (fault === 'truncated') return { text: text.slice(0, Math.ceil(text.length / 2)), stop: 'max_tokens' };
  if (fault === 'refused') return { text: '', stop: 'refusal' };
  if (fault === 'empty') return { text: '', stop: 'end_turn' };
  return { text, stop: 'end_turn' };
}

/** The body of a message, whole. */
export function messageBody(id: string, model: string, reply: Reply, usage: Tokens): object {
  const { text, stop } = spoken(reply);
  return {
    id,
    type: 'message',
    role: 'assistant',
    model,
    content: text === '' ? [] : [{ type: 'text', text }],
    stop_reason: stop,
    stop_sequence: null,
    usage: { input_tokens: usage.input, output_tokens: usage.output },
  };
}

/** The body of an error. */
export function errorBody(type: string, message: string): object {
  return { type: 'error', error: { type, message } };
}
