/** Faults of a server of the Messages API, by the name that `--fault` takes. */
export const FAULTS = [
  'bad-request',
  'unscripted',
  'no-credit',
  'unauthorized',
  'forbidden',
  'unknown-model',
  'too-large',
  'rate-limit',
  'server-error',
  'overloaded',
  'truncated',
  'refused',
  'empty',
  'mid-stream-error',
  'cut',
  'slow',
  'stalled',
  'malformed',
  'no-message',
  'errored',
  'expired',
  'canceled',
] as const;

export type Fault = (typeof FAULTS)[number];

/** What a request was: everything that the server was told. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The text of the body. */
  readonly body: string;
  /** The body of one question, or of one request of a batch; undefined elsewhere. */
  readonly params?: Params | undefined;
}

/** What is read of a question. */
export interface Params {
  readonly model: string;
  readonly max_tokens: number;
  readonly stream: boolean;
  readonly system: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** What one question is answered with: a text (a fixture, no model's), a fault, or a fault with the text that it spoils. */
export interface Reply {
  readonly text?: string | undefined;
  readonly fault?: Fault | undefined;
  /** Seconds of a `retry-after`. */
  readonly retryAfter?: number | undefined;
}

/** Chooses the reply to a question; the `count`th one, from 0. */
export type Script = (params: Params, count: number) => Reply | undefined;

/** Replies one after the other; the last one from then on. */
export function inOrder(...replies: readonly (Reply | string)[]): Script {
  return (_, count) => replyOf(replies[Math.min(count, replies.length - 1)]);
}

/** The reply of the first text that occurs in a question. */
export function byText(...pairs: readonly (readonly [string, Reply | string])[]): Script {
  return (params) => {
    const asked = [params.system, ...params.messages.map((one) => one.content)].join('\n');
    return replyOf(pairs.find(([text]) => asked.includes(text))?.[1]);
  };
}

function replyOf(reply: Reply | string | undefined): Reply | undefined {
  return typeof reply === 'string' ? { text: reply } : reply;
}
