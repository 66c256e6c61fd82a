import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { FatalError, RetryLaterError } from '../context/errors.ts';
import { settingsFrom } from '../settings/settings.ts';
import { createTransport } from './create-transport.ts';
import type { SystemDefinition } from './system.ts';
import type { ApiRequest, ApiResponse } from './transport.ts';
import { type Answer, json, type Loopback, openTransport, orders, shopAt, silent, startLoopback } from './testing/loopback.ts';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function serve(answer: Answer): Promise<Loopback> {
  const server = await startLoopback(answer);
  stops.push(() => server.stop());
  return server;
}

interface Sending {
  readonly system?: Partial<SystemDefinition>;
  readonly environment?: Record<string, string>;
  readonly now?: () => number;
  readonly signal?: AbortSignal;
  readonly maxResponseBytes?: number;
}

async function send(server: Loopback, request: Partial<ApiRequest<unknown>> = {}, sending: Sending = {}): Promise<ApiResponse<unknown>> {
  const { system, environment = {}, ...options } = sending;
  const { transport, close } = openTransport(environment, options);
  stops.push(close);
  return transport.send(shopAt(server.url, system), orders(request));
}

async function failure(sent: Promise<unknown>): Promise<FatalError | RetryLaterError> {
  const error: unknown = await sent.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof FatalError || error instanceof RetryLaterError) return error;
  throw error;
}

describe('a request', () => {
  it('carries path, query, headers, body and the idempotency key, and its response is parsed', async () => {
    const server = await serve((_, response) => json(response, 201, { id: 7 }, { 'X-Request-Id': 'r1' }));
    const answer = await send(server, {
      method: 'POST',
      path: '/orders/a%2Fb',
      query: { z: 'ü &=', list: [1, 'two', false], no: undefined, nil: null, a: 0 },
      headers: { 'X-One': '1', 'X-None': undefined },
      body: { name: 'é' },
      idempotencyHeader: 'Idempotency-Key',
      parse: (body) => ({ parsed: body }),
    });
    expect(answer).toMatchObject({ status: 201, body: { parsed: { id: 7 } } });
    expect(answer.headers['x-request-id']).toBe('r1');
    const [got] = server.received;
    expect(got?.url).toBe('/orders/a%2Fb?z=%C3%BC%20%26%3D&list=1&list=two&list=false&a=0');
    expect(got?.body).toBe('{"name":"é"}');
    expect(got?.headers).toMatchObject({ 'x-one': '1', 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': 'key-1' });
    expect(got?.headers['user-agent']).toMatch(/^flowright\/\d/);
    expect(got?.headers).not.toHaveProperty('x-none');
  });

  it('takes headers of the system with its variables, which the request may replace', async () => {
    const server = await serve((_, response) => json(response, 200, {}));
    const system = { headers: { 'X-Version': '{version}', 'User-Agent': 'mine/1' }, variables: { version: { setting: 'VERSION' } } };
    await send(server, {}, { system, environment: { VERSION: '2026-07' } });
    await send(server, { headers: { 'x-version': 'other' } }, { system, environment: { VERSION: '2026-07' } });
    expect(server.received.map(({ headers }) => headers['x-version'])).toEqual(['2026-07', 'other']);
    expect(server.received[0]?.headers['user-agent']).toBe('mine/1');
  });

  it('gives a second send of one step its own idempotency key', async () => {
    const server = await serve((_, response) => json(response, 200, {}));
    const { transport, close } = openTransport();
    stops.push(close);
    const request = orders({ method: 'POST', idempotencyHeader: 'Idempotency-Key' });
    await transport.send(shopAt(server.url), request);
    await transport.send(shopAt(server.url), request);
    expect(server.received.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-1', 'key-1-2']);
  });

  it('with a line break in a header is refused before anything is sent', async () => {
    const server = await serve((_, response) => json(response, 200, {}));
    const error = await failure(send(server, { headers: { 'x-note': 'a\r\nx-evil: 1' } }));
    expect(error).toMatchObject({ name: 'FatalError', code: 'invalid_input' });
    expect(error.message).toContain('x-note');
    expect(error.message).not.toContain('evil');
    expect(server.received).toEqual([]);
  });

  it('whose path is not percent-encoded is refused', async () => {
    const server = await serve((_, response) => json(response, 200, {}));
    for (const path of ['/a b', '/a?x=1', '/a#b', '/a\nb']) {
      expect(await failure(send(server, { path }))).toMatchObject({ code: 'invalid_input' });
    }
  });
});

describe('authentication', () => {
  const environment = { SHOP_KEY: 'sécret=1 &', SHOP_TOKEN: 'tok_123456', SHOP_USER: 'ann', SHOP_PASSWORD: 'p:äss' };
  const ok: Answer = (_, response) => json(response, 200, {});

  it('puts an API key into a header with its prefix', async () => {
    const server = await serve(ok);
    await send(server, {}, { environment, system: { auth: { kind: 'apiKey', in: 'header', name: 'Authorization', prefix: 'Token ', secret: 'SHOP_TOKEN' } } });
    expect(server.received[0]?.headers.authorization).toBe('Token tok_123456');
  });

  it('puts an API key into the query, also of a next link that has one', async () => {
    const server = await serve(ok);
    const system: Partial<SystemDefinition> = { auth: { kind: 'apiKey', in: 'query', name: 'api_key', secret: 'SHOP_KEY' } };
    await send(server, { query: { a: 1 } }, { environment, system });
    await send(server, { url: '/orders?api_key=old&page=2' }, { environment, system });
    const queries = server.received.map(({ url }) => [...new URL(url, server.url).searchParams]);
    expect(queries).toEqual([
      [['a', '1'], ['api_key', environment.SHOP_KEY]],
      [['page', '2'], ['api_key', environment.SHOP_KEY]],
    ]);
  });

  it('puts an API key into a cookie beside others', async () => {
    const server = await serve(ok);
    await send(server, { headers: { cookie: 'a=1' } }, { environment, system: { auth: { kind: 'apiKey', in: 'cookie', name: 'sid', secret: 'SHOP_TOKEN' } } });
    expect(server.received[0]?.headers.cookie).toBe('a=1; sid=tok_123456');
  });

  it('refuses a cookie that would hold two', async () => {
    const server = await serve(ok);
    const system: Partial<SystemDefinition> = { auth: { kind: 'apiKey', in: 'cookie', name: 'sid', secret: 'X' } };
    expect(await failure(send(server, {}, { environment: { X: 'a; b=1' }, system }))).toMatchObject({ code: 'invalid_input' });
  });

  it('sends basic credentials in UTF-8', async () => {
    const server = await serve(ok);
    await send(server, {}, { environment, system: { auth: { kind: 'basic', username: { setting: 'SHOP_USER' }, password: { setting: 'SHOP_PASSWORD' } } } });
    const [, token = ''] = server.received[0]?.headers.authorization?.split(' ') ?? [];
    expect(Buffer.from(token, 'base64').toString()).toBe('ann:p:äss');
  });

  it('sends a bearer token, and the request cannot replace it', async () => {
    const server = await serve(ok);
    await send(server, { headers: { Authorization: 'none' } }, { environment, system: { auth: { kind: 'bearer', secret: 'SHOP_TOKEN' } } });
    expect(server.received[0]?.headers.authorization).toBe('Bearer tok_123456');
  });

  it('names the setting of a secret that is not there', async () => {
    const server = await serve(ok);
    const error = await failure(send(server, {}, { system: { auth: { kind: 'bearer', secret: 'SHOP_TOKEN' } } }));
    expect(error.message).toContain('SHOP_TOKEN');
  });
});

describe('a response', () => {
  it('with an empty body is parsed as undefined', async () => {
    const server = await serve((_, response) => response.writeHead(204).end());
    expect((await send(server)).body).toBeUndefined();
  });

  it('is decoded from gzip and br', async () => {
    const text = JSON.stringify({ a: 'x'.repeat(100_000) });
    const server = await serve((request, response) => {
      const gzip = request.url === '/gzip';
      response.writeHead(200, { 'content-encoding': gzip ? 'gzip' : 'br' }).end(gzip ? gzipSync(text) : brotliCompressSync(text));
    });
    for (const path of ['/gzip', '/br']) expect((await send(server, { path })).body).toEqual(JSON.parse(text));
    expect(server.received[0]?.headers['accept-encoding']).toBe('gzip, br');
  });

  it('that is not JSON is a fatal invalid_response', async () => {
    const server = await serve((_, response) => response.end('<html>no</html>'));
    const error = await failure(send(server));
    expect(error).toMatchObject({ name: 'FatalError', code: 'invalid_response', details: { system: 'shop', operation: 'listOrders', status: 200 } });
    expect(error.message).toContain('shop.listOrders: GET /orders answered 200, but its body is not JSON');
  });

  it('of text, or of nothing that matters, need not be JSON', async () => {
    const server = await serve((_, response) => response.end('ok'));
    expect((await send(server, { responseBody: 'text' })).body).toBe('ok');
    expect((await send(server, { responseBody: 'none' })).body).toBeUndefined();
  });

  it('that does not fit its model keeps its issues and gains the place', async () => {
    const server = await serve((_, response) => json(response, 200, { id: 'x' }));
    const parse = (): never => {
      throw new FatalError('invalid_response', 'Order: id: must be a number', { issues: [{ path: 'id', message: 'must be a number' }] });
    };
    const error = await failure(send(server, { parse }));
    expect(error).toMatchObject({ code: 'invalid_response', details: { operation: 'listOrders', issues: [{ path: 'id' }] } });
    expect(error.message).toBe('shop.listOrders: GET /orders answered 200, but Order: id: must be a number');
  });

  it('that is larger than the limit is refused, plain or decoded', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/bomb') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(' '.repeat(100_000)));
      else response.end(' '.repeat(100_000));
    });
    for (const path of ['/plain', '/bomb']) {
      expect(await failure(send(server, { path }, { maxResponseBytes: 10_000 }))).toMatchObject({ name: 'FatalError', code: 'invalid_response' });
    }
  });
});

describe('a failure', () => {
  const answering = (status: number, body: unknown = { message: 'no' }, headers: Record<string, string> = {}): Promise<Loopback> =>
    serve((_, response) => json(response, status, body, headers));

  it.each([
    [400, 'invalid_input'],
    [401, 'unauthorized'],
    [403, 'unauthorized'],
    [404, 'not_found'],
    [409, 'conflict'],
    [418, 'provider_error'],
    [422, 'invalid_input'],
  ])('with status %i is fatal: %s', async (status, code) => {
    const error = await failure(send(await answering(status)));
    expect(error).toMatchObject({ name: 'FatalError', code, details: { system: 'shop', operation: 'listOrders', status, path: '/orders' } });
    expect(error.message).toBe(`shop.listOrders: GET /orders answered ${status}: {"message":"no"}`);
  });

  it('with 429 is retried after the seconds that the provider asks for, whatever the method', async () => {
    const error = await failure(send(await answering(429, {}, { 'Retry-After': '2.5' }), { method: 'POST' }));
    expect(error).toMatchObject({ name: 'RetryLaterError', code: 'rate_limited', afterMs: 2500, policy: { attempts: 4, initialMs: 100 } });
  });

  it('with 429 is retried after the date that the provider gives', async () => {
    const now = Date.UTC(2026, 6, 1, 12, 0, 0);
    const server = await answering(429, {}, { 'Retry-After': 'Wed, 01 Jul 2026 12:00:30 GMT' });
    expect(await failure(send(server, {}, { now: () => now }))).toMatchObject({ afterMs: 30_000 });
  });

  it('with 5xx is retried where repeating does no harm, and fatal elsewhere', async () => {
    const server = await answering(503);
    for (const request of [{}, { method: 'PUT' }, { method: 'POST', retrySafe: true }, { method: 'POST', idempotencyHeader: 'Idempotency-Key' }] as const) {
      expect(await failure(send(server, request))).toMatchObject({ name: 'RetryLaterError', code: 'provider_error', afterMs: undefined });
    }
    for (const method of ['POST', 'PATCH'] as const) expect(await failure(send(server, { method }))).toMatchObject({ name: 'FatalError', code: 'provider_error' });
  });

  it('that the policy does not name is fatal', async () => {
    const system = { retry: { attempts: 2, initialMs: 1, factor: 1, maxMs: 1, on: [] } };
    expect(await failure(send(await answering(429), {}, { system }))).toMatchObject({ name: 'FatalError', code: 'rate_limited' });
  });

  it('takes its code from the first rule that fits: status, class or body', async () => {
    const errors: ApiRequest<unknown>['errors'] = [
      { status: 404, code: 'gone' },
      { body: { path: ['errors', 0, 'code'], equals: 'DUPLICATE' }, code: 'conflict' },
      { body: { path: ['ok'], equals: false }, code: 'provider_refused' },
      { body: { path: ['busy'] }, code: 'busy', retry: true },
      { status: '4xx', code: 'refused' },
    ];
    const code = async (status: number, body: unknown): Promise<string> => (await failure(send(await answering(status, body), { method: 'POST', errors }))).code;
    expect(await code(404, {})).toBe('gone');
    expect(await code(400, { errors: [{ code: 'DUPLICATE' }] })).toBe('conflict');
    expect(await code(200, { ok: false })).toBe('provider_refused');
    expect(await code(422, { errors: [] })).toBe('refused');
    expect(await failure(send(await answering(200, { busy: 1 }), { method: 'POST', errors }))).toMatchObject({ name: 'RetryLaterError', code: 'busy' });
    expect((await send(await answering(200, { ok: true, busy: null }), { errors })).status).toBe(200);
  });

  it('that a rule calls success comes through, even with a page of text', async () => {
    const server = await serve((_, response) => response.writeHead(404).end('<h1>gone</h1>'));
    const answer = await send(server, { method: 'DELETE', errors: [{ status: 404, code: 'success' }], parse: (body) => body });
    expect(answer).toMatchObject({ status: 404, body: undefined });
  });

  it('tells neither secrets nor query values', async () => {
    const secret = 'tok_"very"/secret';
    const server = await serve((request, response) => json(response, 400, { echo: request.headers.authorization, url: request.url, note: 'n'.repeat(2000) }));
    const system: Partial<SystemDefinition> = { auth: { kind: 'apiKey', in: 'query', name: 'key', secret: 'KEY' } };
    const environment = { KEY: secret };
    const bearer: Partial<SystemDefinition> = { auth: { kind: 'bearer', secret: 'KEY' } };
    for (const error of [await failure(send(server, { path: '/in/tok_' }, { environment, system })), await failure(send(server, {}, { environment, system: bearer }))]) {
      const told = error.message + JSON.stringify(error.details) + String(error.stack);
      expect(told).not.toContain(secret);
      expect(told).not.toContain('very');
      expect(error.message).toContain('***');
      expect(error.message.length).toBeLessThan(400);
    }
    const quiet = await failure(send(await answering(400), { query: { email: 'ann@example.com' } }));
    expect(quiet.message).not.toContain('ann');
  });
});

describe('the network', () => {
  it('refusing a connection is retried whatever the method, since nothing was sent', async () => {
    const server = await startLoopback(() => {});
    await server.stop();
    const error = await failure(send(server, { method: 'POST' }));
    expect(error).toMatchObject({ name: 'RetryLaterError', code: 'network', details: { sent: false, reason: 'ECONNREFUSED' } });
  });

  it('breaking after the request was sent is retried only where repeating does no harm', async () => {
    const server = await serve((_, response) => response.socket?.resetAndDestroy());
    expect(await failure(send(server, { method: 'POST' }))).toMatchObject({ name: 'FatalError', code: 'network', details: { sent: true } });
    expect(await failure(send(server))).toMatchObject({ name: 'RetryLaterError', code: 'network' });
  });

  it('breaking in the middle of the body is a network failure, not a short body', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"a":');
      setImmediate(() => response.socket?.destroy());
    });
    expect(await failure(send(server))).toMatchObject({ name: 'RetryLaterError', code: 'network' });
  });

  it('being slow ends at the timeout, before and within the body', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/body') response.writeHead(200).write('{');
    });
    for (const path of ['/headers', '/body']) {
      const error = await failure(send(server, { path }, { system: { timeoutMs: 40 } }));
      expect(error).toMatchObject({ name: 'RetryLaterError', code: 'timeout' });
      expect(error.message).toContain('within 40 ms');
    }
    expect(await failure(send(server, { method: 'POST' }, { system: { timeoutMs: 40 } }))).toMatchObject({ name: 'FatalError', code: 'timeout' });
  });

  it('is given up when the step is aborted, before and during the request', async () => {
    const abort = new AbortController();
    const server = await serve(() => abort.abort());
    expect(await failure(send(server, {}, { signal: abort.signal }))).toMatchObject({ name: 'RetryLaterError', code: 'interrupted' });
    expect(await failure(send(server, {}, { signal: abort.signal }))).toMatchObject({ name: 'RetryLaterError', code: 'interrupted' });
    expect(server.received).toHaveLength(1);
  });
});

describe('a next link', () => {
  const ok: Answer = (_, response) => json(response, 200, {});

  it('replaces path and query on the own origin, absolute or relative', async () => {
    const server = await serve(ok);
    await send(server, { url: `${server.url}/v2/orders?after=x%20y`, query: { a: 1 } });
    await send(server, { url: '?after=2' });
    expect(server.received.map(({ url }) => url)).toEqual(['/v2/orders?after=x%20y', '/orders?after=2']);
  });

  it('to another origin is refused and the credentials stay here', async () => {
    const server = await serve(ok);
    const other = await serve(ok);
    const system: Partial<SystemDefinition> = { auth: { kind: 'bearer', secret: 'KEY' } };
    for (const url of [`${other.url}/orders`, '//evil.example/x', 'ftp://x/y', `${server.url.replace('http://', 'http://u:p@')}/x`, 'javascript:1']) {
      const error = await failure(send(server, { url }, { system, environment: { KEY: 'secret-1' } }));
      expect(error).toMatchObject({ name: 'FatalError', code: 'provider_error' });
    }
    expect([...server.received, ...other.received]).toEqual([]);
  });

  it('to the declared origin goes to the origin that replaced it', async () => {
    const server = await serve(ok);
    const system = { baseUrl: 'https://{shop}.example.com/api', variables: { shop: { setting: 'SHOP' } } };
    const environment = { SHOP: 'acme', SHOP_BASE_URL: `${server.url}/mock/` };
    await send(server, {}, { system, environment });
    await send(server, { url: 'https://acme.example.com/api/orders?after=2' }, { system, environment });
    expect(server.received.map(({ url }) => url)).toEqual(['/mock/orders', '/mock/orders?after=2']);
    expect(await failure(send(server, { url: 'https://other.example.com/api/orders' }, { system, environment }))).toMatchObject({ code: 'provider_error' });
  });
});

describe('a redirect', () => {
  it('of a GET is followed on the own origin, at most three times, with the credentials', async () => {
    const server = await serve((request, response) => {
      const left = Number(request.url.match(/\d+/)?.[0]);
      if (left === 0) json(response, 200, { done: true });
      else response.writeHead(302, { location: `/hop${left - 1}` }).end();
    });
    const system: Partial<SystemDefinition> = { auth: { kind: 'apiKey', in: 'query', name: 'key', secret: 'KEY' } };
    const sending = { system, environment: { KEY: 'secret-1' } };
    expect((await send(server, { path: '/hop3' }, sending)).body).toEqual({ done: true });
    expect(server.received.map(({ url }) => url)).toEqual(['/hop3?key=secret-1', '/hop2?key=secret-1', '/hop1?key=secret-1', '/hop0?key=secret-1']);
    expect(await failure(send(server, { path: '/hop4' }, sending))).toMatchObject({ name: 'FatalError', code: 'provider_error' });
  });

  it('to another origin, or of a POST, is not followed', async () => {
    const other = await serve((_, response) => json(response, 200, {}));
    const server = await serve((_, response) => response.writeHead(307, { location: `${other.url}/x` }).end());
    for (const method of ['GET', 'POST'] as const) expect(await failure(send(server, { method }))).toMatchObject({ name: 'FatalError', code: 'provider_error' });
    expect(other.received).toEqual([]);
  });
});

describe('the pool', () => {
  it('keeps its connections and closes once what is under way has ended', async () => {
    const sockets = new Set<unknown>();
    const server = await serve((_, response) => {
      sockets.add(response.socket);
      setImmediate(() => json(response, 200, { ok: true }));
    });
    const pool = createTransport({ settings: settingsFrom({}), log: silent });
    const transport = pool.forStep({ idempotencyKey: 'k', signal: new AbortController().signal, tenant: 't' });
    for (let i = 0; i < 5; i += 1) await transport.send(shopAt(server.url), orders());
    // undici rests a socket for one turn of the event loop: two take turns.
    expect(sockets.size).toBeLessThanOrEqual(2);
    const last = transport.send(shopAt(server.url), orders());
    await pool.close();
    expect((await last).body).toEqual({ ok: true });
    expect(await failure(transport.send(shopAt(server.url), orders()))).toMatchObject({ code: 'internal' });
  });

  it('limits each system and tenant on its own, and refuses who still waits when it closes', async () => {
    const server = await serve((_, response) => json(response, 200, {}));
    const pool = createTransport({ settings: settingsFrom({}), log: silent });
    const { signal } = new AbortController();
    const system = shopAt(server.url, { rateLimit: { requests: 2, perMs: 3_600_000 } });
    const tenant = (name: string) => pool.forStep({ idempotencyKey: 'k', signal, tenant: name });
    await Promise.all([1, 2].flatMap(() => [tenant('a').send(system, orders()), tenant('b').send(system, orders())]));
    const waiting = failure(tenant('a').send(system, orders()));
    await pool.close();
    expect(await waiting).toMatchObject({ name: 'RetryLaterError', code: 'interrupted' });
    expect(server.received).toHaveLength(4);
  });
});
