import { describe, expect, it } from 'vitest';
import { json, orders, shopAt } from './testing/loopback.ts';
import { failure, open, send, serve } from './testing/sending.ts';

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
    expect(got?.headers).toMatchObject({
      'x-one': '1',
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': 'key-1',
    });
    expect(got?.headers['user-agent']).toMatch(/^flowright\/\d/);
    expect(got?.headers).not.toHaveProperty('x-none');
  });

  it('takes headers of the system with its variables, which the request may replace', async () => {
    const server = await serve((_, response) => json(response, 200, {}));
    const system = {
      headers: { 'X-Version': '{version}', 'User-Agent': 'mine/1' },
      variables: { version: { setting: 'VERSION' } },
    };
    await send(server, {}, { system, environment: { VERSION: '2026-07' } });
    await send(server, { headers: { 'x-version': 'other' } }, { system, environment: { VERSION: '2026-07' } });
    expect(server.received.map(({ headers }) => headers['x-version'])).toEqual(['2026-07', 'other']);
    expect(server.received[0]?.headers['user-agent']).toBe('mine/1');
  });

  it('gives a second send of one step its own idempotency key', async () => {
    const server = await serve((_, response) => json(response, 200, {}));
    const transport = open();
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
