import { afterEach, describe, expect, it } from 'vitest';
import {
  startMessagesApi,
  type MessagesApi,
  type MessagesApiOptions,
} from '../../../testing/messages-api/messages-api.ts';
import { byText, inOrder } from '../../../testing/messages-api/script.ts';
import type { BatchService } from '../../fill/batch/batch-service.ts';
import { addUsage } from '../add-usage.ts';
import type { ModelAnswer } from '../provider.ts';
import { modelRequest } from '../testing/model-request.ts';
import { anthropicBatches } from './anthropic-batches.ts';

const { signal } = new AbortController();

let api: MessagesApi | undefined;
afterEach(async () => await api?.close());

async function start(
  options: MessagesApiOptions,
): Promise<{ readonly api: MessagesApi; readonly service: BatchService }> {
  api = await startMessagesApi(options);
  const service = anthropicBatches({ apiKey: 'key', baseUrl: api.baseUrl, wait: () => Promise.resolve() });
  return { api, service };
}

const requests = ['one', 'two', 'three', 'four'].map((user) => ({
  key: `key_${user}`,
  request: modelRequest({ user }),
}));

async function idOf(service: BatchService): Promise<string> {
  const created = await service.create(requests, signal);
  return created.ok ? created.value : '';
}

it('asks many questions, waits, and knows each answer by its key, whatever the order', async () => {
  const script = byText(
    ['two', { fault: 'expired' }],
    ['three', { fault: 'errored' }],
    ['four', { text: 'half of it', fault: 'truncated' }],
    ['one', 'the answer to one'],
  );
  const { api: stub, service } = await start({ script, looks: 2 });
  const id = await idOf(service);
  expect(await service.look(id, signal)).toMatchObject({
    value: { ended: false, counts: { processing: 4, errored: 0 } },
  });
  expect(await service.look(id, signal)).toEqual({
    ok: true,
    value: { ended: true, counts: { processing: 0, succeeded: 2, errored: 1, canceled: 0, expired: 1 } },
  });
  const results = await service.results(id, signal);
  const answers = new Map((results.ok ? results.value : []).map(({ key, answer }) => [key, answer]));
  expect(answers.get('key_one')).toMatchObject({
    kind: 'answered',
    text: 'the answer to one',
    stop: 'end',
    via: 'batch',
  });
  expect(answers.get('key_four')).toMatchObject({ kind: 'answered', text: 'half ', stop: 'truncated' });
  expect(answers.get('key_two')).toEqual(notAnswered('the request was not answered before its batch expired'));
  expect(answers.get('key_three')).toEqual(
    notAnswered('the request of the batch failed: api_error: internal server error'),
  );
  const spent = [...answers.values()].reduce((sum, { usage }) => addUsage(sum, usage), {});
  expect(spent).toEqual(stub.paid());
});

function notAnswered(message: string): ModelAnswer {
  return { kind: 'failed', code: 'FR7320', message, usage: {}, fatal: false };
}

it('is gone on with by its identifier, by whoever has it', async () => {
  const { api: stub, service } = await start({ script: inOrder('text') });
  const id = await idOf(service);
  const later = anthropicBatches({ apiKey: 'key', baseUrl: stub.baseUrl });
  expect(await later.look(id, signal)).toMatchObject({ ok: true, value: { ended: true } });
  const results = await later.results(id, signal);
  expect(results.ok && results.value.map(({ key }) => key).toSorted()).toEqual(
    requests.map(({ key }) => key).toSorted(),
  );
  expect(stub.asked.filter(({ path, method }) => method === 'POST' && path.endsWith('/batches'))).toHaveLength(5);
});

it('brings canceled requests as what they are', async () => {
  const { api: stub, service } = await start({ script: inOrder('text'), looks: 9 });
  const id = await idOf(service);
  await fetch(`${stub.baseUrl}/v1/messages/batches/${id}/cancel`, { method: 'POST' });
  expect(await service.look(id, signal)).toMatchObject({ value: { ended: true, counts: { canceled: 4 } } });
  const results = await service.results(id, signal);
  expect(results.ok && results.value[0]?.answer).toEqual(
    notAnswered('the batch was canceled before the request was answered'),
  );
});

describe('a call that goes wrong', () => {
  it.each(['rate-limit', 'overloaded'] as const)('is made again after %s', async (fault) => {
    const { api: stub, service } = await start({
      script: inOrder('text'),
      batchFaults: [fault, undefined, fault, undefined, fault],
    });
    const id = await idOf(service);
    expect(await service.look(id, signal)).toMatchObject({ ok: true });
    expect(await service.results(id, signal)).toMatchObject({ ok: true });
    expect(new Set(stub.asked.filter(({ params }) => params !== undefined).map(({ body }) => body)).size).toBe(1);
  });

  it.each([
    ['server-error', 'FR7304'],
    ['cut', 'FR7305'],
    ['malformed', 'FR7306'],
  ] as const)('makes no second batch where %s leaves open whether there is a first', async (fault, code) => {
    const { api: stub, service } = await start({ script: inOrder('text'), batchFaults: [fault] });
    expect(await service.create(requests, signal)).toMatchObject({ ok: false, failure: { code } });
    expect(stub.asked).toHaveLength(1);
  });

  it.each(['server-error', 'cut', 'malformed'] as const)('only looks again after %s', async (fault) => {
    const { service } = await start({ script: inOrder('text'), batchFaults: [undefined, fault, undefined, fault] });
    const id = await idOf(service);
    expect(await service.look(id, signal)).toMatchObject({ ok: true });
    const results = await service.results(id, signal);
    expect(results.ok && results.value).toHaveLength(4);
  });
});

describe('fails', () => {
  it('for a batch that is not known, or is named like a path', async () => {
    const { service, api: stub } = await start({ script: inOrder('text') });
    expect(await service.look('msgbatch_9', signal)).toMatchObject({ ok: false, failure: { code: 'FR7303' } });
    expect(await service.results('../../v1/files', signal)).toMatchObject({ ok: false, failure: { code: 'FR7303' } });
    expect(stub.asked).toHaveLength(1);
  });

  it('with a key that is refused, in every call', async () => {
    const { service } = await start({ script: inOrder('text'), key: 'another' });
    const refused = { ok: false, failure: { code: 'FR7302', fatal: true } };
    expect(await service.create(requests, signal)).toMatchObject(refused);
    expect(await service.look('msgbatch_1', signal)).toMatchObject(refused);
    expect(await service.results('msgbatch_1', signal)).toMatchObject(refused);
  });

  it('without sending anything, for keys that are none or the same', async () => {
    const { service, api: stub } = await start({ script: inOrder('text') });
    const request = modelRequest();
    for (const keys of [[], ['a b'], ['a', 'a']]) {
      const created = await service.create(
        keys.map((key) => ({ key, request })),
        signal,
      );
      expect(created).toMatchObject({ ok: false, failure: { code: 'FR7303' } });
    }
    expect(stub.asked).toEqual([]);
  });

  it('when nobody is there, and does not make a batch twice', async () => {
    const { api: stub, service } = await start({ script: inOrder('text') });
    await stub.close();
    api = undefined;
    expect(await service.create(requests, signal)).toMatchObject({
      ok: false,
      failure: { code: 'FR7305', fatal: true },
    });
  });
});
