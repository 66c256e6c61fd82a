import { describe, expect, it } from 'vitest';
import type { SystemDefinition } from './system.ts';
import { type Answer, json } from './testing/loopback.ts';
import { failure, send, serve } from './testing/sending.ts';

describe('authentication', () => {
  const environment = { SHOP_KEY: 'sécret=1 &', SHOP_TOKEN: 'tok_123456', SHOP_USER: 'ann', SHOP_PASSWORD: 'p:äss' };
  const ok: Answer = (_, response) => json(response, 200, {});

  it('puts an API key into a header with its prefix', async () => {
    const server = await serve(ok);
    await send(
      server,
      {},
      {
        environment,
        system: {
          auth: { kind: 'apiKey', in: 'header', name: 'Authorization', prefix: 'Token ', secret: 'SHOP_TOKEN' },
        },
      },
    );
    expect(server.received[0]?.headers.authorization).toBe('Token tok_123456');
  });

  it('puts an API key into the query, also of a next link that has one', async () => {
    const server = await serve(ok);
    const system: Partial<SystemDefinition> = {
      auth: { kind: 'apiKey', in: 'query', name: 'api_key', secret: 'SHOP_KEY' },
    };
    await send(server, { query: { a: 1 } }, { environment, system });
    await send(server, { url: '/orders?api_key=old&page=2' }, { environment, system });
    const queries = server.received.map(({ url }) => [...new URL(url, server.url).searchParams]);
    expect(queries).toEqual([
      [
        ['a', '1'],
        ['api_key', environment.SHOP_KEY],
      ],
      [
        ['page', '2'],
        ['api_key', environment.SHOP_KEY],
      ],
    ]);
  });

  it('puts an API key into a cookie beside others', async () => {
    const server = await serve(ok);
    await send(
      server,
      { headers: { cookie: 'a=1' } },
      { environment, system: { auth: { kind: 'apiKey', in: 'cookie', name: 'sid', secret: 'SHOP_TOKEN' } } },
    );
    expect(server.received[0]?.headers.cookie).toBe('a=1; sid=tok_123456');
  });

  it('refuses a cookie that would hold two', async () => {
    const server = await serve(ok);
    const system: Partial<SystemDefinition> = { auth: { kind: 'apiKey', in: 'cookie', name: 'sid', secret: 'X' } };
    expect(await failure(send(server, {}, { environment: { X: 'a; b=1' }, system }))).toMatchObject({
      code: 'invalid_input',
    });
  });

  it('sends basic credentials in UTF-8', async () => {
    const server = await serve(ok);
    await send(
      server,
      {},
      {
        environment,
        system: { auth: { kind: 'basic', username: { setting: 'SHOP_USER' }, password: { setting: 'SHOP_PASSWORD' } } },
      },
    );
    const [, token = ''] = server.received[0]?.headers.authorization?.split(' ') ?? [];
    expect(Buffer.from(token, 'base64').toString()).toBe('ann:p:äss');
  });

  it('sends a bearer token, and the request cannot replace it', async () => {
    const server = await serve(ok);
    await send(
      server,
      { headers: { Authorization: 'none' } },
      { environment, system: { auth: { kind: 'bearer', secret: 'SHOP_TOKEN' } } },
    );
    expect(server.received[0]?.headers.authorization).toBe('Bearer tok_123456');
  });

  it('names the setting of a secret that is not there', async () => {
    const server = await serve(ok);
    const error = await failure(send(server, {}, { system: { auth: { kind: 'bearer', secret: 'SHOP_TOKEN' } } }));
    expect(error.message).toContain('SHOP_TOKEN');
  });
});
