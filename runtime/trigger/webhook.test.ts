import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { FatalError, PayloadError } from '../context/errors.ts';
import type { Logger } from '../context/logger.ts';
import type { AnyWorkflow } from '../integration.ts';
import { silentLogger } from '../settings/create-logger.ts';
import { startIntegration } from '../serve/start-integration.ts';
import type { StartIntegrationOptions } from '../serve/start-integration.ts';
import { integrationOf, noTransport } from '../testing/test-engine.ts';
import type { TestContext } from '../testing/test-engine.ts';
import type { WebhookTrigger } from './trigger.ts';

interface Order {
  readonly id: string;
  readonly total?: number;
}

const trigger: WebhookTrigger<Order> = {
  kind: 'webhook',
  method: 'POST',
  path: '/orders',
  auth: { kind: 'none' },
  parse(body) {
    if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string')
      return { ...body, id: body.id };
    throw new PayloadError([
      { path: 'id', message: 'is missing' },
      { path: 'lines[0].sku', message: 'must be a string' },
    ]);
  },
  answer: 'completed',
  waitMs: 5000,
};

async function start(
  change: Partial<WebhookTrigger<Order>>,
  run: (ctx: TestContext, order: Order) => Promise<unknown>,
  options: Partial<StartIntegrationOptions> = {},
) {
  const workflows: Record<string, AnyWorkflow<object>> = { order: { trigger: { ...trigger, ...change }, run } };
  const running = await startIntegration(integrationOf(workflows), {
    environment: { SECRET: 'webhook-secret' },
    transport: noTransport,
    ...options,
  });
  onTestFinished(() => running.close(50));
  const post = async (body: unknown, headers: Record<string, string> = {}, path = '/orders', method = 'POST') => {
    const sent = typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body);
    const response = await fetch(running.url + path, { method, headers, ...(method !== 'GET' && { body: sent }) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : parsed(text) };
  };
  return { ...running, post };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Counts runs. */
function counting(): { runs: number; run: (ctx: TestContext, order: Order) => Promise<unknown> } {
  const counter = {
    runs: 0,
    run: async () => {
      counter.runs += 1;
    },
  };
  return counter;
}

test('a delivery that cannot prove its sender is a 401 before anything is parsed', async () => {
  const counter = counting();
  let parses = 0;
  const { post, engine } = await start(
    {
      auth: { kind: 'hmac', algorithm: 'sha256', header: 'x-sig', encoding: 'hex', secret: 'SECRET' },
      parse: (body) => {
        parses += 1;
        return trigger.parse(body);
      },
    },
    counter.run,
  );
  const body = '{"id":"1"}';
  const signature = createHmac('sha256', 'webhook-secret').update(body).digest('hex');
  expect(await post(body)).toMatchObject({ status: 401, body: { error: { code: 'unauthorized' } } });
  expect((await post('not json', { 'x-sig': signature })).status).toBe(401);
  expect([parses, engine.list().length]).toEqual([0, 0]);
  expect((await post(body, { 'x-sig': signature })).status).toBe(200);
  expect(counter.runs).toBe(1);
});

test.each(['x-key', 'authorization'])('a doubled %s header proves nothing', async (header) => {
  const { url, engine } = await start({ auth: { kind: 'apiKey', header, secret: 'SECRET' } }, counting().run);
  const send = (values: string[]): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}/orders`, { method: 'POST', headers: { [header]: values } }, (response) =>
        resolve(response.resume().statusCode),
      );
      sent.on('error', reject).end('{"id":"1"}');
    });
  expect(await send(['webhook-secret', 'webhook-secret'])).toBe(401);
  expect(await send(['wrong', 'webhook-secret'])).toBe(401);
  expect(engine.list()).toEqual([]);
  expect(await send(['webhook-secret'])).toBe(200);
});

test('what is not JSON in UTF-8 is a 400, what does not fit is a 422 with every place', async () => {
  const { post, engine } = await start({}, counting().run);
  for (const body of ['{"id":', '', new Uint8Array([0x22, 0xff, 0xfe, 0x22])]) {
    expect(await post(body)).toMatchObject({
      status: 400,
      body: { error: { code: 'invalid_json', message: expect.any(String) } },
    });
  }
  expect(await post({ id: 1 })).toMatchObject({
    status: 422,
    body: {
      error: {
        code: 'invalid_input',
        issues: [
          { path: 'id', message: 'is missing' },
          { path: 'lines[0].sku', message: 'must be a string' },
        ],
      },
    },
  });
  expect(engine.list()).toEqual([]);
});

test('a body over the limit is a 413, with and without a stated length', async () => {
  const { post, url } = await start({}, counting().run, { bodyLimit: 20 });
  expect((await post({ id: 'x' })).status).toBe(200);
  expect((await post({ id: 'x'.repeat(30) })).status).toBe(413);
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.from('x'.repeat(15))) });
  const init: RequestInit & { readonly duplex: 'half' } = { method: 'POST', body: endless, duplex: 'half' };
  const status = await fetch(`${url}/orders`, init).then(
    (response) => response.status,
    () => 'closed',
  );
  expect([413, 'closed']).toContain(status);
});

test('paths, methods and health', async () => {
  const { post, url } = await start({}, counting().run);
  expect(await post({}, {}, '/nothing')).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } });
  const wrong = await post({}, {}, '/orders', 'PUT');
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test('a filtered delivery is answered and runs nothing', async () => {
  const counter = counting();
  const { post, engine } = await start({ filter: (order) => (order.total ?? 0) > 0 }, counter.run);
  expect(await post({ id: '1' })).toMatchObject({ status: 200, body: { ignored: true } });
  expect(engine.list()).toEqual([]);
  await post({ id: '1', total: 1 });
  expect(counter.runs).toBe(1);
});

test('the caller gets the reply of the workflow, and so does every redelivery, at once or later', async () => {
  const counter = counting();
  const dedupe = { id: (_: unknown, order: Order) => order.id, keepMs: 60_000 };
  const { post } = await start({ dedupe }, async (ctx, order) => {
    await counter.run(ctx, order);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await ctx.respond({ status: 201, headers: { 'x-made': 'yes' }, body: { made: counter.runs } });
    await ctx.respond({ status: 500, body: 'the second one does not count' });
  });
  const all = [...(await Promise.all([post({ id: 'a' }), post({ id: 'a' })])), await post({ id: 'a' })];
  for (const answer of all)
    expect([answer.status, answer.body, answer.headers.get('x-made')]).toEqual([201, { made: 1 }, 'yes']);
  expect(counter.runs).toBe(1);
});

test('without a reply the caller learns that the run is over', async () => {
  const { post, engine } = await start({}, counting().run);
  const answer = await post({ id: '1' });
  expect(answer).toMatchObject({ status: 200, body: { runId: engine.list()[0]?.id, status: 'completed' } });
});

test('accepted answers at once; completed answers 202 when the run takes too long', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  for (const change of [{ answer: 'accepted' as const }, { waitMs: 10 }]) {
    const { post, engine } = await start(change, () => gate);
    const answer = await post({ id: '1' });
    expect(answer).toMatchObject({ status: 202, body: { runId: engine.list()[0]?.id } });
  }
  release();
});

test.each([
  ['invalid_input', 422],
  ['not_found', 404],
  ['conflict', 409],
  ['rate_limited', 429],
  ['unauthorized', 502],
  ['provider_error', 502],
  ['invalid_response', 502],
  ['network', 502],
  ['timeout', 502],
  ['card_declined', 500],
])('a run that failed as %s is a %i', async (code, status) => {
  const { post, engine } = await start({}, async () => {
    throw new FatalError(code, 'because');
  });
  expect(await post({ id: '1' })).toMatchObject({
    status,
    body: { error: { code, message: 'because' }, runId: engine.list()[0]?.id },
  });
});

test('of an unknown error the caller learns nothing, the run and the log do', async () => {
  const lines: string[] = [];
  const log: Logger = {
    ...silentLogger,
    error: (fields, message) => void lines.push(`${message} ${JSON.stringify(fields)}`),
  };
  const { post, engine } = await start(
    {},
    async () => {
      throw new TypeError('internals at /home/ada');
    },
    { log },
  );
  const answer = await post({ id: '1' });
  expect(answer).toMatchObject({ status: 500, body: { error: { code: 'internal', message: 'the workflow failed' } } });
  expect(engine.list()[0]?.error?.message).toContain('/home/ada');
  expect(lines.join('\n')).toContain('internals at /home/ada');
});

test('a full queue is a 503 that says when to come again', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const { post } = await start({ answer: 'accepted' }, () => gate, { maxUnfinished: 1 });
  await post({ id: '1' });
  const answer = await post({ id: '2' });
  expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([503, true]);
  release();
});

test('a secret that a workflow hands out reaches neither reply nor journal nor log', async () => {
  const lines: string[] = [];
  const put = (fields: object, message: string): void => void lines.push(JSON.stringify(fields) + message);
  const { post, engine } = await start(
    { auth: { kind: 'apiKey', header: 'x-key', secret: 'SECRET' } },
    async (ctx) => {
      const stolen = await ctx.run('steal', () => ({ key: 'it is webhook-secret' }));
      ctx.log.info({ stolen }, 'got webhook-secret');
      await ctx.respond({ status: 200, body: stolen });
      throw new FatalError('conflict', 'with webhook-secret', { header: 'webhook-secret' });
    },
    { log: { debug: put, info: put, warn: put, error: put } },
  );
  const answer = await post({ id: 'webhook-secret' }, { 'x-key': 'webhook-secret' });
  expect(answer.body).toEqual({ key: 'it is [redacted]' });
  await engine.idle();
  const [run] = engine.list();
  const all = JSON.stringify([engine.show(run?.id ?? ''), lines]);
  expect(all).toContain('[redacted]');
  expect(all).not.toContain('webhook-secret');
});

test('two workflows cannot listen on one method and path', async () => {
  const both: AnyWorkflow<object> = { trigger, run: async () => undefined };
  await expect(
    startIntegration(integrationOf({ a: both, b: both }), { environment: {}, transport: noTransport }),
  ).rejects.toThrow(/POST \/orders/);
});

test('a GET webhook is given its query', async () => {
  const { post, engine } = await start({ method: 'GET' }, counting().run);
  expect((await post(null, {}, '/orders?id=7&id=8', 'GET')).status).toBe(200);
  expect(engine.list()[0]?.input).toEqual({ id: '7' });
});

test('an event of another kind is answered before its body is read, but only once its sender is proven', async () => {
  const counter = counting();
  const auth = { kind: 'apiKey', header: 'x-key', secret: 'SECRET' } as const;
  const { post } = await start({ auth, accepts: ({ headers }) => headers['x-event'] === 'order' }, counter.run);
  expect(await post('no JSON', { 'x-key': 'webhook-secret', 'x-event': 'other' })).toMatchObject({
    status: 200,
    body: { ignored: true },
  });
  expect(await post('no JSON', { 'x-event': 'other' })).toMatchObject({ status: 401 });
  expect(await post({ id: '1' }, { 'x-key': 'webhook-secret', 'x-event': 'order' })).toMatchObject({ status: 200 });
  expect(counter.runs).toBe(1);
});
