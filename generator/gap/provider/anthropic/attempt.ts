import type Anthropic from '@anthropic-ai/sdk';
import type { Usage } from '../../lock/gap-lock.ts';
import { addUsage } from '../add-usage.ts';
import { readMessage, readUsage, type ReadMessage } from '../request/read-message.ts';
import type { RequestBody } from '../request/request-body.ts';
import { broken, failureOf, lost, type Failure } from './failure.ts';

/** What one attempt brought; what it cost is known of either. */
export type Attempt =
  | { readonly ok: true; readonly message: ReadMessage }
  | { readonly ok: false; readonly failure: Failure; readonly usage: Usage };

/** Answers that may be longer than this are streamed: nothing between here and there then takes the wait for a dead connection. */
const STREAMED_ABOVE = 8192;

/** Asks once. Never rejects, and ends after the client's timeout, wherever the server stopped in its answer. */
export async function attempt(client: Anthropic, body: RequestBody, signal?: AbortSignal): Promise<Attempt> {
  const deadline = AbortSignal.timeout(client.timeout);
  const both = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  const made = body.max_tokens > STREAMED_ABOVE ? await streamed(client, body, both) : await whole(client, body, both);
  if (made.ok || !deadline.aborted || signal?.aborted === true) return made;
  return fail(lost('no answer came in time'), made.usage);
}

async function whole(client: Anthropic, body: RequestBody, signal: AbortSignal): Promise<Attempt> {
  try {
    const answer: unknown = await client.messages.create(mutable(body), { signal });
    const message = readMessage(answer);
    return message === undefined ? fail(broken('it has no content')) : { ok: true, message };
  } catch (error) {
    return fail(failureOf(error, Date.now()));
  }
}

async function streamed(client: Anthropic, body: RequestBody, signal: AbortSignal): Promise<Attempt> {
  const state = { text: '', model: undefined as string | undefined, reason: null as string | null, usage: {} as Usage };
  let ended = false;
  try {
    const stream = await client.messages.create({ ...mutable(body), stream: true }, { signal });
    for await (const event of stream) {
      if (event.type === 'message_start') {
        state.model = event.message.model;
        state.usage = readUsage(event.message.usage);
      } else if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
        state.text += event.delta.text;
      } else if (event.type === 'message_delta') {
        state.reason = event.delta.stop_reason;
        state.usage = larger(state.usage, readUsage(event.usage));
      } else if (event.type === 'message_stop') ended = true;
    }
  } catch (error) {
    return fail(failureOf(error, Date.now()), state.usage);
  }
  // The client ends a stream that is stopped as if it were whole.
  if (!ended && signal.aborted) return fail(failureOf({ name: 'AbortError' }, 0), state.usage);
  if (!ended) return fail(lost('the answer was cut off'), state.usage);
  const content = [{ type: 'text', text: state.text }];
  const message = readMessage({ type: 'message', model: state.model, content, stop_reason: state.reason });
  return message === undefined
    ? fail(broken('it has no content'), state.usage)
    : { ok: true, message: { ...message, usage: addUsage(message.usage, state.usage) } };
}

/** Counts of a stream are of the whole answer so far; some servers say what went in at its end only. */
function larger(one: Usage, other: Usage): Usage {
  const input = Math.max(one.input ?? 0, other.input ?? 0);
  const output = Math.max(one.output ?? 0, other.output ?? 0);
  return { input, output };
}

function fail(failure: Failure, usage: Usage = {}): Attempt {
  return { ok: false, failure, usage };
}

/** The client's types want arrays that could be changed. */
function mutable(body: RequestBody): Anthropic.MessageCreateParamsNonStreaming {
  return { ...body, messages: [...body.messages] };
}
