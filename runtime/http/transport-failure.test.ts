import { describe, expect, it } from 'vitest';
import type { SystemDefinition } from './system.ts';
import type { ApiRequest } from './transport.ts';
import { json, type Loopback } from './testing/loopback.ts';
import { failure, send, serve } from './testing/sending.ts';

describe('a failure', () => {
  const answering = (
    status: number,
    body: unknown = { message: 'no' },
    headers: Record<string, string> = {},
  ): Promise<Loopback> => serve((_, response) => json(response, status, body, headers));

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
    expect(error).toMatchObject({
      name: 'FatalError',
      code,
      details: { system: 'shop', operation: 'listOrders', status, path: '/orders' },
    });
    expect(error.message).toBe(`shop.listOrders: GET /orders answered ${status}: {"message":"no"}`);
  });

  it('with 429 is retried after the seconds that the provider asks for, whatever the method', async () => {
    const error = await failure(send(await answering(429, {}, { 'Retry-After': '2.5' }), { method: 'POST' }));
    expect(error).toMatchObject({
      name: 'RetryLaterError',
      code: 'rate_limited',
      afterMs: 2500,
      policy: { attempts: 4, initialMs: 100 },
    });
  });

  it('is retried as the operation says, where it says something of its own', async () => {
    const request = { retry: { attempts: 2, on: [503] } };
    expect(await failure(send(await answering(503), request))).toMatchObject({
      policy: { attempts: 2, initialMs: 100 },
    });
    expect(await failure(send(await answering(500), request))).toMatchObject({ name: 'FatalError' });
  });

  it('with 429 is retried after the date that the provider gives', async () => {
    const now = Date.UTC(2026, 6, 1, 12, 0, 0);
    const server = await answering(429, {}, { 'Retry-After': 'Wed, 01 Jul 2026 12:00:30 GMT' });
    expect(await failure(send(server, {}, { now: () => now }))).toMatchObject({ afterMs: 30_000 });
  });

  it('with 5xx is retried where repeating does no harm, and fatal elsewhere', async () => {
    const server = await answering(503);
    for (const request of [
      {},
      { method: 'PUT' },
      { method: 'POST', retrySafe: true },
      { method: 'POST', idempotencyHeader: 'Idempotency-Key' },
    ] as const) {
      expect(await failure(send(server, request))).toMatchObject({
        name: 'RetryLaterError',
        code: 'provider_error',
        afterMs: undefined,
      });
    }
    for (const method of ['POST', 'PATCH'] as const)
      expect(await failure(send(server, { method }))).toMatchObject({ name: 'FatalError', code: 'provider_error' });
  });

  it('that the policy does not name is fatal', async () => {
    const system = { retry: { attempts: 2, initialMs: 1, factor: 1, maxMs: 1, on: [] } };
    expect(await failure(send(await answering(429), {}, { system }))).toMatchObject({
      name: 'FatalError',
      code: 'rate_limited',
    });
  });

  it('takes its code from the first rule that fits: status, class or body', async () => {
    const errors: ApiRequest<unknown>['errors'] = [
      { status: 404, code: 'gone' },
      { body: { path: ['errors', 0, 'code'], equals: 'DUPLICATE' }, code: 'conflict' },
      { body: { path: ['ok'], equals: false }, code: 'provider_refused' },
      { body: { path: ['busy'] }, code: 'busy', retry: true },
      { status: '4xx', code: 'refused' },
    ];
    const code = async (status: number, body: unknown): Promise<string> =>
      (await failure(send(await answering(status, body), { method: 'POST', errors }))).code;
    expect(await code(404, {})).toBe('gone');
    expect(await code(400, { errors: [{ code: 'DUPLICATE' }] })).toBe('conflict');
    expect(await code(200, { ok: false })).toBe('provider_refused');
    expect(await code(422, { errors: [] })).toBe('refused');
    expect(await failure(send(await answering(200, { busy: 1 }), { method: 'POST', errors }))).toMatchObject({
      name: 'RetryLaterError',
      code: 'busy',
    });
    expect((await send(await answering(200, { ok: true, busy: null }), { errors })).status).toBe(200);
  });

  it('that a rule calls success comes through, even with a page of text', async () => {
    const server = await serve((_, response) => response.writeHead(404).end('<h1>gone</h1>'));
    const answer = await send(server, {
      method: 'DELETE',
      errors: [{ status: 404, code: 'success' }],
      parse: (body) => body,
    });
    expect(answer).toMatchObject({ status: 404, body: undefined });
  });

  it('tells neither secrets nor query values', async () => {
    const secret = 'tok_"very"/secret';
    const server = await serve((request, response) =>
      json(response, 400, { echo: request.headers.authorization, url: request.url, note: 'n'.repeat(2000) }),
    );
    const system: Partial<SystemDefinition> = { auth: { kind: 'apiKey', in: 'query', name: 'key', secret: 'KEY' } };
    const environment = { KEY: secret };
    const bearer: Partial<SystemDefinition> = { auth: { kind: 'bearer', secret: 'KEY' } };
    for (const error of [
      await failure(send(server, { path: '/in/tok_' }, { environment, system })),
      await failure(send(server, {}, { environment, system: bearer })),
    ]) {
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
