import { expect, onTestFinished, test } from 'vitest';
import { type Answer, json, openTransport, orders, shopAt } from '../testing/loopback.ts';
import { failure, serve } from '../testing/sending.ts';
import type { ExchangeAuth } from './auth.ts';

const login: ExchangeAuth = {
  kind: 'exchange',
  token: { url: '', setting: 'SHOP_TOKEN_URL' },
  method: 'POST',
  headers: { 'X-Tenant': { setting: '', default: 'acme' } },
  body: {
    as: 'json',
    value: { user: { name: { setting: 'SHOP_NAME' }, roles: ['reader', 1] }, password: { setting: 'SHOP_PASSWORD' } },
  },
  from: { path: ['data', 'session', 'token'] },
  expiresIn: ['data', 'session', 'ttl'],
  in: 'header',
  name: 'X-Session',
  prefix: 'Session ',
};
const environment = { SHOP_NAME: 'ann', SHOP_PASSWORD: 'p"ässword' };

/** A transport to a server whose `/login` answers as told. */
async function at(answer: Answer, change: Partial<ExchangeAuth> = {}, now = () => 0, base: ExchangeAuth = login) {
  const server = await serve((request, response) =>
    request.url.startsWith('/login') ? answer(request, response) : json(response, 200, []),
  );
  const { transport, close } = openTransport(environment, { now });
  onTestFinished(close);
  const auth = { ...base, token: { ...login.token, url: `${server.url}/login` }, ...change };
  return { server, send: () => transport.send(shopAt(server.url, { auth }), orders()) };
}

test('a log-in gives the token that requests carry, until it expires', async () => {
  let now = 0;
  const { server, send } = await at(
    (_, response) => json(response, 200, { data: { session: { token: 't1', ttl: '100' } } }),
    {},
    () => now,
  );
  await send();
  now = 80_000;
  await send();
  now = 95_000;
  await send();
  expect(server.received.map(({ url }) => url)).toEqual(['/login', '/orders', '/orders', '/login', '/orders']);
  const [asked, sent] = server.received;
  expect(asked).toMatchObject({ method: 'POST', headers: { 'x-tenant': 'acme', 'content-type': 'application/json' } });
  expect(JSON.parse(asked?.body ?? '')).toEqual({ user: { name: 'ann', roles: ['reader', 1] }, password: 'p"ässword' });
  expect(sent?.headers['x-session']).toBe('Session t1');
});

test('a token in a header, asked for by GET with basic credentials, carried in the query', async () => {
  const { body: _, ...rest } = login;
  const { server, send } = await at(
    (__, response) => json(response, 200, {}, { 'X-Auth-Token': 't2' }),
    {
      method: 'GET',
      auth: { kind: 'basic', username: { setting: 'SHOP_NAME' }, password: { setting: 'SHOP_PASSWORD' } },
      query: { scope: { setting: '', default: 'a b' } },
      from: { header: 'x-auth-token' },
      lifetimeMs: 1000,
      in: 'query',
      name: 'token',
      prefix: '',
    },
    () => 0,
    rest,
  );
  await send();
  expect(server.received.map(({ url }) => url)).toEqual(['/login?scope=a%20b', '/orders?token=t2']);
  expect(server.received[0]?.headers.authorization).toMatch(/^Basic /);
});

test.each([
  ['an ISO date', '1970-01-01T00:01:40Z'],
  ['epoch seconds', 100],
  ['epoch seconds as text', '100'],
])('a token is good until %s', async (_, until) => {
  let now = 0;
  const { server, send } = await at(
    (__, response) => json(response, 200, { data: { session: { token: 't' } }, until }),
    { expiresAt: ['until'] },
    () => now,
  );
  await send();
  now = 89_000;
  await send();
  now = 91_000;
  await send();
  expect(server.received.filter(({ url }) => url === '/login')).toHaveLength(2);
});

test('an answer without a token fails the call, and so does a refusal, neither telling what was sent', async () => {
  const none = await at((_, response) => json(response, 200, { data: {}, secret: 'x' }));
  expect(await failure(none.send())).toMatchObject({ code: 'invalid_response' });
  const refused = await at((request, response) => json(response, 403, { echo: JSON.parse(request.body) }));
  const error = await failure(refused.send());
  expect(error).toMatchObject({ name: 'FatalError', code: 'unauthorized', details: { status: 403 } });
  expect(error.message).not.toMatch(/p.*ässword/);
  expect(error.message).toContain('***');
});
