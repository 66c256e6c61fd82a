import { describe, expect, it } from 'vitest';
import type { SystemDefinition } from './system.ts';
import { type Answer, json } from './testing/loopback.ts';
import { failure, send, serve } from './testing/sending.ts';

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
    for (const url of [
      `${other.url}/orders`,
      '//evil.example/x',
      'ftp://x/y',
      `${server.url.replace('http://', 'http://u:p@')}/x`,
      'javascript:1',
    ]) {
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
    expect(
      await failure(send(server, { url: 'https://other.example.com/api/orders' }, { system, environment })),
    ).toMatchObject({
      code: 'provider_error',
    });
  });
});

describe('a link that repeats a credential of the query', () => {
  it('reaches the step without it and is followed with it', async () => {
    const key = 'k&y 1/secret';
    const server = await serve((request, response) => {
      const link = new URL(`${request.url}&page=2`, 'http://127.0.0.1').search;
      json(response, 200, { next: `/orders${link}` }, { link: `</orders${link}>; rel="next"` });
    });
    const sending = {
      system: { auth: { kind: 'apiKey', in: 'query', name: 'key', secret: 'KEY' } },
      environment: { KEY: key },
    } as const;
    const first = await send(server, {}, sending);
    expect(first.body).toEqual({ next: '/orders?key=***&page=2' });
    expect(first.headers.link).toBe('</orders?key=***&page=2>; rel="next"');
    await send(server, { url: '/orders?key=***&page=2' }, sending);
    expect(new URL(server.received[1]?.url ?? '', server.url).searchParams.getAll('key')).toEqual([key]);
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
    expect(server.received.map(({ url }) => url)).toEqual([
      '/hop3?key=secret-1',
      '/hop2?key=secret-1',
      '/hop1?key=secret-1',
      '/hop0?key=secret-1',
    ]);
    expect(await failure(send(server, { path: '/hop4' }, sending))).toMatchObject({
      name: 'FatalError',
      code: 'provider_error',
    });
  });

  it('to another origin, or of a POST, is not followed', async () => {
    const other = await serve((_, response) => json(response, 200, {}));
    const server = await serve((_, response) => response.writeHead(307, { location: `${other.url}/x` }).end());
    for (const method of ['GET', 'POST'] as const)
      expect(await failure(send(server, { method }))).toMatchObject({ name: 'FatalError', code: 'provider_error' });
    expect(other.received).toEqual([]);
  });
});
