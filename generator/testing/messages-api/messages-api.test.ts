import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anthropicProvider } from '../../gap/provider/anthropic/anthropic-provider.ts';
import { recordReply } from '../../gap/provider/recording/write-recording.ts';
import { modelRequest } from '../../gap/provider/testing/model-request.ts';
import { readArguments } from './arguments.ts';
import { fromRecordings } from './from-recordings.ts';
import { startMessagesApi, type MessagesApi } from './messages-api.ts';
import { byText, inOrder } from './script.ts';
import { withFaults } from './with-faults.ts';

let api: MessagesApi | undefined;
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'messages-api-'));
});
afterEach(async () => {
  await api?.close();
  api = undefined;
  await rm(folder, { recursive: true });
});

async function post(
  body: unknown,
  route = '/v1/messages',
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${api?.baseUrl}${route}`, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

it('answers with recorded replies, to the same prompts from any model, repeats in their order', async () => {
  for (const [repeat, text] of ['first', 'second'].entries())
    await recordReply(folder, modelRequest({ model: 'unspecified', repeat }), text, '2026-01-31');
  const { script, count } = await fromRecordings(folder);
  expect(count).toBe(2);
  api = await startMessagesApi({ script });
  const provider = anthropicProvider({ apiKey: 'key', baseUrl: api.baseUrl });
  const texts = [];
  for (let asked = 0; asked < 3; asked += 1) {
    const answer = await provider.ask(modelRequest({ model: 'claude-any', maxTokens: 77 }));
    texts.push(answer.kind === 'answered' ? answer.text : answer.code);
  }
  expect(texts).toEqual(['first', 'second', 'second']);
  expect(await provider.ask(modelRequest({ user: 'unknown' }))).toMatchObject({ kind: 'failed', code: 'FR7303' });
});

it('spoils the first replies, and remembers all that it was told', async () => {
  api = await startMessagesApi({ script: withFaults(inOrder('text'), ['overloaded', 'truncated']) });
  const provider = anthropicProvider({ apiKey: 'key', baseUrl: api.baseUrl, wait: () => Promise.resolve() });
  expect(await provider.ask(modelRequest())).toMatchObject({ stop: 'truncated', text: 'te' });
  expect(await provider.ask(modelRequest())).toMatchObject({ stop: 'end', text: 'text' });
  expect(api.asked.map(({ method, path: at, headers }) => [method, at, headers['authorization']])).toEqual(
    Array.from({ length: 3 }, () => ['POST', '/v1/messages', 'Bearer key']),
  );
});

describe('refuses, as the API does,', () => {
  it.each([
    [{}, 'model: field required'],
    [{ model: 'm' }, 'max_tokens: field required'],
    [{ model: 'm', max_tokens: 1, temperature: 1 }, 'temperature: Extra inputs are not permitted'],
    [{ model: 'm', max_tokens: 1, messages: [] }, 'messages: at least one message is required'],
    [
      { model: 'm', max_tokens: 1, messages: [{ role: 'assistant', content: 'x' }] },
      'messages: the first one must be the user’s',
    ],
    [
      { model: 'm', max_tokens: 1, messages: [{ role: 'user', content: ' ' }] },
      'messages: each has a role and a text that is not empty',
    ],
  ])('%j', async (body, message) => {
    api = await startMessagesApi({ script: inOrder('text') });
    expect(await post(body)).toEqual({
      status: 400,
      body: { type: 'error', error: { type: 'invalid_request_error', message } },
    });
  });

  it('what no script has an answer to, and what is nowhere', async () => {
    api = await startMessagesApi({ script: byText(['known', 'text']) });
    const body = { model: 'm', max_tokens: 1, messages: [{ role: 'user', content: 'unknown' }] };
    expect(await post({ ...body, messages: [{ role: 'user', content: 'other' }] })).toMatchObject({ status: 400 });
    expect(await post(body)).toMatchObject({ status: 200 });
    expect(await post({}, '/v1/complete')).toMatchObject({ status: 404 });
  });

  it('batches whose requests cannot be told apart', async () => {
    api = await startMessagesApi({ script: inOrder('text') });
    const params = { model: 'm', max_tokens: 1, messages: [{ role: 'user', content: 'x' }] };
    const requests = [
      { custom_id: 'a', params },
      { custom_id: 'a', params },
    ];
    expect(await post({ requests }, '/v1/messages/batches')).toMatchObject({ status: 400 });
    expect(await post({ requests: [{ custom_id: 'a b', params }] }, '/v1/messages/batches')).toMatchObject({
      status: 400,
    });
  });
});

it('is started with arguments that say what to spoil', () => {
  expect(readArguments(['--fault', 'overloaded:2', '--fault', 'cut', '--port', '4010', '--retry-after', '3'])).toEqual({
    port: 4010,
    recordings: 'evals/recordings',
    key: undefined,
    faults: ['overloaded', 'overloaded', 'cut'],
    retryAfter: 3,
  });
  expect(readArguments(['--fault', 'fire'])).toContain("there is no fault 'fire'");
  expect(readArguments(['--port', 'x'])).toBe("--port takes a number, not 'x'");
  expect(readArguments(['--ports', '1'])).toContain('--ports');
});
