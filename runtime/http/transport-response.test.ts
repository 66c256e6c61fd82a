import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FatalError } from '../context/errors.ts';
import { json } from './testing/loopback.ts';
import { failure, send, serve } from './testing/sending.ts';

describe('a response', () => {
  it('with an empty body is parsed as undefined', async () => {
    const server = await serve((_, response) => response.writeHead(204).end());
    expect((await send(server)).body).toBeUndefined();
  });

  it('with an empty body is null where that fits', async () => {
    const server = await serve((_, response) => response.writeHead(204).end());
    const parse = (value: unknown): unknown => {
      if (value === null) return value;
      throw new FatalError('invalid_response', 'must be an object or null');
    };
    expect((await send(server, { parse })).body).toBeNull();
  });

  it('of XML fails by what its elements say', async () => {
    const server = await serve((_, response) =>
      response.writeHead(500).end('<Fault><code>Client</code><text>Bad zip</text></Fault>'),
    );
    const errors = [
      { body: { path: ['Fault', 'code'], equals: 'Client' }, code: 'bad_zip', message: ['Fault', 'text'] },
    ];
    const error = await failure(send(server, { responseBody: 'xml', errors }));
    expect(error).toMatchObject({ code: 'bad_zip' });
    expect(error.message).toContain('Bad zip');
  });

  it('is decoded from gzip and br', async () => {
    const text = JSON.stringify({ a: 'x'.repeat(100_000) });
    const server = await serve((request, response) => {
      const gzip = request.url === '/gzip';
      response
        .writeHead(200, { 'content-encoding': gzip ? 'gzip' : 'br' })
        .end(gzip ? gzipSync(text) : brotliCompressSync(text));
    });
    for (const path of ['/gzip', '/br']) expect((await send(server, { path })).body).toEqual(JSON.parse(text));
    expect(server.received[0]?.headers['accept-encoding']).toBe('gzip, br');
  });

  it('that is not JSON is a fatal invalid_response', async () => {
    const server = await serve((_, response) => response.end('<html>no</html>'));
    const error = await failure(send(server));
    expect(error).toMatchObject({
      name: 'FatalError',
      code: 'invalid_response',
      details: { system: 'shop', operation: 'listOrders', status: 200 },
    });
    expect(error.message).toContain(
      'shop.listOrders: GET /orders answered 200, but its body is not JSON: <html>no</html>',
    );
  });

  it('of text, or of nothing that matters, need not be JSON', async () => {
    const server = await serve((_, response) => response.end('ok'));
    expect((await send(server, { responseBody: 'text' })).body).toBe('ok');
    expect((await send(server, { responseBody: 'none' })).body).toBeUndefined();
  });

  it('that does not fit its model keeps its issues and gains the place', async () => {
    const server = await serve((_, response) => json(response, 200, { id: 'x' }));
    const parse = (): never => {
      throw new FatalError('invalid_response', 'Order: id: must be a number', {
        issues: [{ path: 'id', message: 'must be a number' }],
      });
    };
    const error = await failure(send(server, { parse }));
    expect(error).toMatchObject({
      code: 'invalid_response',
      details: { operation: 'listOrders', issues: [{ path: 'id' }] },
    });
    expect(error.message).toBe('shop.listOrders: GET /orders answered 200, but Order: id: must be a number');
  });

  it('that is larger than the limit is refused, plain or decoded', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/bomb')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(' '.repeat(100_000)));
      else response.end(' '.repeat(100_000));
    });
    for (const path of ['/plain', '/bomb']) {
      expect(await failure(send(server, { path }, { maxResponseBytes: 10_000 }))).toMatchObject({
        name: 'FatalError',
        code: 'invalid_response',
      });
    }
  });
});
