import { afterEach, describe, expect, it } from 'vitest';
import { startMessagesApi, type MessagesApi } from '../../../testing/messages-api/messages-api.ts';
import { inOrder, type Fault, type Reply } from '../../../testing/messages-api/script.ts';
import type { ModelAnswer } from '../provider.ts';
import { modelRequest } from '../testing/model-request.ts';
import { anthropicProvider, type AnthropicOptions } from './anthropic-provider.ts';

const KEY = 'sk-ant-test-1234567890';
const TEXT = '```ts\nexport function f(input: I): O {\n  return 1;\n}\n```';

let api: MessagesApi | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

interface Asking {
  readonly answer: ModelAnswer;
  readonly waits: readonly number[];
  readonly api: MessagesApi;
}

/** Asks a stub that gives these replies, one after the other. */
async function ask(
  replies: readonly (Reply | string)[],
  { long = false, ...options }: Partial<AnthropicOptions> & { readonly long?: boolean } = {},
): Promise<Asking> {
  const waits: number[] = [];
  api = await startMessagesApi({ script: inOrder(...replies), key: KEY });
  const provider = anthropicProvider({
    apiKey: KEY,
    baseUrl: api.baseUrl,
    wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
    ...options,
  });
  const answer = await provider.ask(modelRequest(long ? { maxTokens: 20_000 } : {}));
  return { answer, waits, api };
}

describe.each([
  ['as JSON', false],
  ['as a stream', true],
])('%s', (_, long) => {
  it('brings the text, the model, and the tokens that were paid', async () => {
    const { answer, api: stub } = await ask([TEXT], { long });
    expect(answer).toMatchObject({ kind: 'answered', text: TEXT, stop: 'end', model: 'claude-test', via: 'anthropic' });
    expect(answer.usage).toEqual(stub.paid());
    expect(stub.asked[0]?.params).toMatchObject({ stream: long, system: 'You write functions.' });
  });

  it.each([
    ['truncated', 'truncated', TEXT.slice(0, Math.ceil(TEXT.length / 2))],
    ['refused', 'refused', ''],
    ['empty', 'end', ''],
  ] as const)('says of an answer that it is %s, with its usage', async (fault, stop, text) => {
    const { answer, api: stub } = await ask([{ text: TEXT, fault }], { long });
    expect(answer).toMatchObject({ kind: 'answered', stop, text });
    expect(answer.usage).toEqual(stub.paid());
  });

  it.each([
    ['bad-request', 'FR7303', false, 1],
    ['no-credit', 'FR7303', true, 1],
    ['unauthorized', 'FR7302', true, 1],
    ['forbidden', 'FR7302', true, 1],
    ['unknown-model', 'FR7303', true, 1],
    ['too-large', 'FR7303', false, 1],
    ['rate-limit', 'FR7304', false, 5],
    ['server-error', 'FR7304', false, 5],
    ['overloaded', 'FR7304', false, 5],
    ['malformed', 'FR7306', false, 5],
    ['cut', 'FR7305', false, 5],
  ] as const)('fails of %s with %s', async (fault, code, fatal, tries) => {
    const { answer, api: stub } = await ask([{ text: TEXT, fault }], { long });
    expect(answer).toMatchObject({ kind: 'failed', code, fatal });
    expect(stub.asked).toHaveLength(tries);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  it.each(['rate-limit', 'server-error', 'overloaded', 'cut', 'mid-stream-error', 'malformed'] satisfies Fault[])(
    'asks again after %s',
    async (fault) => {
      const { answer, waits } = await ask([{ text: TEXT, fault }, { text: TEXT, fault }, TEXT], { long });
      expect(answer).toMatchObject({ kind: 'answered', text: TEXT });
      expect(waits).toEqual([1000, 2000]);
    },
  );

  it.each(['slow', 'stalled'] as const)('gives up on a server that is %s', async (fault) => {
    const { answer } = await ask([{ text: TEXT, fault }], { long, timeout: 60, retries: 1 });
    expect(answer).toMatchObject({ kind: 'failed', code: 'FR7305', message: 'no answer came in time, after 2 tries' });
  });

  it('stops when it is told to', async () => {
    api = await startMessagesApi({ script: inOrder({ fault: 'slow' }) });
    const stop = new AbortController();
    const asking = anthropicProvider({ apiKey: KEY, baseUrl: api.baseUrl }).ask(
      modelRequest(long ? { maxTokens: 20_000 } : {}),
      stop.signal,
    );
    stop.abort();
    expect(await asking).toMatchObject({ kind: 'failed', code: 'FR7307' });
  });
});

describe('usage', () => {
  it('counts the answers that broke off in the middle of a stream', async () => {
    const { answer, api: stub } = await ask(
      [{ text: TEXT, fault: 'mid-stream-error' }, { text: TEXT, fault: 'cut' }, TEXT],
      {
        long: true,
      },
    );
    expect(answer.kind).toBe('answered');
    expect(answer.usage).toEqual(stub.paid());
  });

  it('is told of a question that failed in the end', async () => {
    const { answer, api: stub } = await ask([{ text: TEXT, fault: 'mid-stream-error' }], { long: true, retries: 2 });
    expect(answer).toMatchObject({ kind: 'failed', code: 'FR7304', fatal: false });
    expect(answer.usage).toEqual(stub.paid());
    expect(stub.paid().input).toBeGreaterThan(0);
  });

  it('can forbid another attempt', async () => {
    const seen: unknown[] = [];
    const { answer, api: stub } = await ask([{ text: TEXT, fault: 'mid-stream-error' }], {
      long: true,
      mayAskAgain: (spent) => seen.push(spent) < 2,
    });
    expect(answer.kind).toBe('failed');
    expect(stub.asked).toHaveLength(2);
    expect(seen.at(-1)).toEqual(stub.paid());
  });
});

describe('waiting', () => {
  it('is as long as Retry-After says', async () => {
    const { waits, answer } = await ask([{ fault: 'rate-limit', retryAfter: 7 }, TEXT]);
    expect(waits).toEqual([7000]);
    expect(answer.kind).toBe('answered');
  });

  it('is not done at all where the server wants minutes of it', async () => {
    const { waits, answer } = await ask([{ fault: 'rate-limit', retryAfter: 3600 }, TEXT]);
    expect(waits).toEqual([]);
    expect(answer).toMatchObject({ kind: 'failed', code: 'FR7304', fatal: false });
  });
});

describe('a key', () => {
  it('is needed for the API itself', async () => {
    expect(await anthropicProvider({ apiKey: undefined }).ask(modelRequest())).toMatchObject({
      kind: 'failed',
      code: 'FR7301',
      fatal: true,
    });
  });

  it('is not needed for a server of one’s own, and is looked for nowhere', async () => {
    api = await startMessagesApi({ script: inOrder(TEXT) });
    const answer = await anthropicProvider({ apiKey: undefined, baseUrl: api.baseUrl }).ask(modelRequest());
    expect(answer.kind).toBe('answered');
    expect(api.asked[0]?.headers['authorization']).toBe('Bearer none');
  });

  it('goes into no body', async () => {
    const { api: stub } = await ask([TEXT]);
    expect(stub.asked[0]?.body).not.toContain(KEY);
  });
});

it('says at once that nobody is at the address', async () => {
  const gone = await startMessagesApi({ script: inOrder(TEXT) });
  await gone.close();
  const answer = await anthropicProvider({ apiKey: KEY, baseUrl: gone.baseUrl }).ask(modelRequest());
  expect(answer).toMatchObject({
    kind: 'failed',
    code: 'FR7305',
    message: 'nobody answers at the address (ECONNREFUSED)',
    fatal: true,
  });
});
