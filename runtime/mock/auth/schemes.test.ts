import { expect, onTestFinished, test } from 'vitest';
import type { Auth } from '../../http/system.ts';
import { openTransport, orders, shopAt } from '../../http/testing/loopback.ts';
import { failure } from '../../http/testing/sending.ts';
import { startMocks } from '../server.ts';

const token = { url: 'https://shop.example/token', setting: 'SHOP_TOKEN_URL' };
const text = (value: string) => ({ setting: '', default: value });

const oauth2 = {
  kind: 'oauth2',
  token,
  clientId: { setting: 'ID' },
  clientSecret: { setting: 'SECRET' },
  clientAuth: 'body',
} as const;

/** Every scheme whose credentials are made for a request; the setting without which they are wrong. */
const schemes: readonly (readonly [name: string, wrong: string, auth: Auth])[] = [
  [
    'client credentials',
    'SECRET',
    { ...oauth2, grant: 'clientCredentials', scopes: ['a', 'b'], params: { audience: text('https://{shop}/') } },
  ],
  ['client credentials, basic', 'SECRET', { ...oauth2, grant: 'clientCredentials', clientAuth: 'basic' }],
  [
    'client credentials, signed',
    'KEY',
    {
      kind: 'oauth2',
      token,
      grant: 'clientCredentials',
      clientId: { setting: 'ID' },
      clientAuth: 'privateKeyJwt',
      signingKey: { algorithm: 'ES256', key: { setting: 'KEY' } },
    },
  ],
  ['a refresh token', 'REFRESH', { ...oauth2, grant: 'refreshToken', refreshToken: 'REFRESH' }],
  ['a person who agreed', 'REFRESH', { ...oauth2, grant: 'authorizationCode', refreshToken: 'REFRESH' }],
  [
    'a JWT',
    'KEY',
    {
      kind: 'jwt',
      algorithm: 'EdDSA',
      key: { setting: 'KEY' },
      claims: { iss: text('me') },
      lifetimeMs: 60_000,
      header: 'X-Jwt',
      prefix: '',
    },
  ],
  [
    'a JWT of a shared secret',
    'KEY',
    {
      kind: 'jwt',
      algorithm: 'HS256',
      key: { setting: 'KEY' },
      claims: {},
      lifetimeMs: 60_000,
      header: 'Authorization',
      prefix: 'Bearer ',
    },
  ],
  [
    'an assertion',
    'KEY',
    {
      kind: 'jwt',
      algorithm: 'ES384',
      key: { setting: 'KEY' },
      claims: {},
      lifetimeMs: 60_000,
      token,
      header: '',
      prefix: '',
    },
  ],
  [
    'a log-in',
    'PASSWORD',
    {
      kind: 'exchange',
      token,
      method: 'POST',
      body: { as: 'json', value: { a: [{ user: text('{shop}'), password: { setting: 'PASSWORD' } }] } },
      from: { path: ['data', 0, 'token'] },
      expiresAt: ['data', 0, 'until'],
      in: 'query',
      name: 'session',
      prefix: '',
    },
  ],
  [
    'a log-in with a key',
    'KEY',
    {
      kind: 'exchange',
      token,
      method: 'GET',
      auth: { kind: 'apiKey', in: 'header', name: 'X-Key', secret: 'KEY' },
      from: { header: 'x-token' },
      in: 'cookie',
      name: 'sid',
      prefix: '',
    },
  ],
  [
    'a signature',
    'SECRET',
    {
      kind: 'signature',
      algorithm: 'sha512',
      header: 'X-Signature',
      encoding: 'base64',
      secret: 'SECRET',
      payload: ['timestamp', 'nonce', 'method', 'host', 'target', 'bodyHash', { header: 'x-key' }],
      timestamp: { header: 'X-Time', format: 'iso' },
      nonce: { header: 'X-Nonce' },
      headers: { 'X-Key': { setting: 'KEY' } },
    },
  ],
  [
    'AWS',
    'SECRET',
    {
      kind: 'awsSigV4',
      service: 's3',
      region: text('eu-central-1'),
      accessKeyId: { setting: 'ID' },
      secretAccessKey: { setting: 'SECRET' },
    },
  ],
  [
    'OAuth 1',
    'SECRET',
    {
      kind: 'oauth1',
      method: 'HMAC-SHA1',
      consumerKey: { setting: 'ID' },
      consumerSecret: { setting: 'SECRET' },
      token: { setting: 'TOKEN' },
      tokenSecret: { setting: 'TOKEN_SECRET' },
    },
  ],
];

test.each(schemes)(
  '%s: what the transport sends is what the mock system takes, and nothing else is',
  async (_, wrong, auth) => {
    const endpoint = {
      id: 'listOrders',
      method: 'POST',
      path: '/orders',
      status: 200,
      does: { kind: 'respond', body: [] },
    } as const;
    const systems = await startMocks({
      seeds: {},
      systems: [{ id: 'shop', baseUrlSetting: 'SHOP_BASE_URL', basePath: '/v1', auth, endpoints: [endpoint] }],
    });
    onTestFinished(() => systems.close());
    const shop = shopAt('https://shop.example', { auth, variables: { shop: text('acme') } });
    const send = async (change: Readonly<Record<string, string>> = {}) => {
      const { transport, close } = openTransport({ ...systems.settings, ...change });
      onTestFinished(close);
      return transport.send(shop, orders({ method: 'POST', query: { q: "it's (a) b*" }, body: { ü: 1 } }));
    };
    expect((await send()).status).toBe(200);
    systems.fault({ times: 1, does: { kind: 'expiredToken' } });
    if (systems.tokens > 0) expect((await send()).status).toBe(200);
    const isKey = systems.settings[wrong]?.includes('-----BEGIN') === true;
    const changed = isKey ? 'not a key' : 'something-else-that-is-long-enough';
    expect(await failure(send({ [wrong]: changed }))).toMatchObject({ code: isKey ? 'internal' : 'unauthorized' });
    expect(JSON.stringify(systems.requests)).not.toMatch(/access-token|something-else/);
  },
);
