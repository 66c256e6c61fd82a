import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import type { OAuth2Auth } from './auth.ts';
import { json, openTransport, orders, shopAt, type Loopback } from '../testing/loopback.ts';
import { startProvider, type RunningProvider } from '../testing/oidc.ts';
import { failure, serve } from '../testing/sending.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const jwk = { ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' };

/** A provider with clients that prove themselves in each way, and an API that takes its tokens. */
async function start(): Promise<{ readonly provider: RunningProvider; readonly api: Loopback }> {
  const client = {
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    client_secret: 's:ecret +1',
  };
  const provider = await startProvider({
    clients: [
      { ...client, client_id: 'posts', token_endpoint_auth_method: 'client_secret_post' },
      { ...client, client_id: 'basic', token_endpoint_auth_method: 'client_secret_basic' },
      {
        ...client,
        client_id: 'signs',
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [jwk] },
      },
    ],
    scopes: ['orders:read'],
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    ttl: { ClientCredentials: 600 },
    pkce: { required: () => true },
  });
  onTestFinished(() => provider.close());
  const api = await serve((request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    void provider.takes(token).then((good) => json(response, good ? 200 : 401, good ? [1] : { error: 'no' }));
  });
  return { provider, api };
}

function authFor(provider: RunningProvider, change: Partial<OAuth2Auth> = {}): OAuth2Auth {
  return {
    kind: 'oauth2',
    grant: 'clientCredentials',
    token: { url: provider.tokenUrl, setting: 'SHOP_TOKEN_URL' },
    clientId: { setting: '', default: 'posts' },
    clientSecret: { setting: 'SHOP_CLIENT_SECRET' },
    scopes: ['orders:read'],
    clientAuth: 'body',
    ...change,
  };
}

const environment = { SHOP_CLIENT_SECRET: 's:ecret +1', SHOP_KEY: pem };

function open(options: Parameters<typeof openTransport>[1] = {}, settings: Record<string, string> = environment) {
  const { transport, close } = openTransport(settings, options);
  onTestFinished(close);
  return transport;
}

test.each([
  ['in the body', {}],
  ['by basic authentication', { clientId: { setting: '', default: 'basic' }, clientAuth: 'basic' }],
  [
    'by a signed assertion',
    {
      clientId: { setting: '', default: 'signs' },
      clientAuth: 'privateKeyJwt',
      signingKey: { algorithm: 'ES256', key: { setting: 'SHOP_KEY' }, keyId: { setting: '', default: 'k1' } },
    },
  ],
] satisfies [string, Partial<OAuth2Auth>][])('gets a token with client credentials %s', async (_, change) => {
  const { provider, api } = await start();
  const shop = shopAt(api.url, { auth: authFor(provider, change) });
  expect((await open().send(shop, orders())).body).toEqual([1]);
});

test('asks once for many requests, again before the token expires, and once where it is refused', async () => {
  const { provider, api } = await start();
  let now = Date.now();
  const learned: string[] = [];
  const transport = open({ now: () => now, learnSecret: (secret) => learned.push(secret) });
  const shop = shopAt(api.url, { auth: authFor(provider) });
  const all = () => Promise.all(Array.from({ length: 8 }, () => transport.send(shop, orders())));
  await all();
  expect(learned).toHaveLength(1);
  now += 530_000;
  await all();
  expect(learned).toHaveLength(1);
  // Less than a minute is left.
  now += 15_000;
  await all();
  expect(learned).toHaveLength(2);

  await provider.revokeAll();
  const answers = await all();
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
  expect(learned).toHaveLength(3);
});

test('a request that must not be sent twice is sent again where its token was refused, since it did nothing', async () => {
  const { provider, api } = await start();
  const account: string[] = [];
  const transport = open({
    beforeUnsafeSend: () => {
      account.push('sent');
      return Promise.resolve({ undone: () => void account.push('undone') });
    },
  });
  const shop = shopAt(api.url, { auth: authFor(provider) });
  await transport.send(shop, orders({ method: 'POST', body: {} }));
  await provider.revokeAll();
  await transport.send(shop, orders({ method: 'POST', body: {} }));
  expect(account).toEqual(['sent', 'sent', 'undone', 'sent']);
});

test('an API that refuses every token is asked twice, and that is the end', async () => {
  const { provider } = await start();
  const api = await serve((_, response) => json(response, 401, { error: 'never' }));
  const shop = shopAt(api.url, { auth: authFor(provider) });
  expect(await failure(open().send(shop, orders()))).toMatchObject({ code: 'unauthorized' });
  expect(api.received).toHaveLength(2);
});

test('a client that is refused fails the call, without its secret; an endpoint that is down is asked later', async () => {
  const { provider, api } = await start();
  const shop = shopAt(api.url, { auth: authFor(provider) });
  const refused = await failure(open({}, { SHOP_CLIENT_SECRET: 'another-secret' }).send(shop, orders()));
  expect(refused).toMatchObject({ name: 'FatalError', code: 'unauthorized' });
  expect(refused.message).toContain('invalid_client');
  expect(refused.message).not.toContain('another-secret');
  expect(api.received).toEqual([]);
  await provider.close();
  const down = await failure(open().send(shop, orders()));
  expect(down).toMatchObject({ name: 'RetryLaterError', code: 'network' });
});

test('a refresh token is used, replaced where another is given, and kept for the next process', async () => {
  const asked: string[] = [];
  const server = await serve((request, response) => {
    if (request.url !== '/token') return json(response, 200, []);
    const token = new URLSearchParams(request.body).get('refresh_token') ?? '';
    asked.push(token);
    json(response, 200, { access_token: `access-${asked.length}`, expires_in: '10', refresh_token: `${token}+` });
  });
  const auth: OAuth2Auth = {
    kind: 'oauth2',
    grant: 'refreshToken',
    token: { url: `${server.url}/token`, setting: 'SHOP_TOKEN_URL' },
    clientId: { setting: '', default: 'posts' },
    refreshToken: 'SHOP_REFRESH_TOKEN',
    clientAuth: 'none',
  };
  const kept = new Map<string, { refreshToken: string; from?: string }>();
  const tokenStore = {
    get: (key: string) => Promise.resolve(kept.get(key)),
    put: async (key: string, token: { refreshToken: string; from?: string }) => void kept.set(key, token),
  };
  let now = 0;
  const shop = shopAt(server.url, { auth });
  const first = open({ tokenStore, now: () => now }, { SHOP_REFRESH_TOKEN: 'r1' });
  await first.send(shop, orders());
  now += 10_000;
  await first.send(shop, orders());
  await open({ tokenStore }, { SHOP_REFRESH_TOKEN: 'r1' }).send(shop, orders());
  await open({ tokenStore }, { SHOP_REFRESH_TOKEN: 'r2' }).send(shop, orders());
  expect(asked).toEqual(['r1', 'r1+', 'r1++', 'r2']);
  expect((await failure(open({}, {}).send(shop, orders()))).message).toContain("run 'flowright connect'");
});
