import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { json, openTransport, orders, shopAt } from '../testing/loopback.ts';
import { failure, serve } from '../testing/sending.ts';
import type { JwtAlgorithm, JwtAuth } from './auth.ts';

const PEM = { type: 'pkcs8', format: 'pem' } as const;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsaPem = rsa.privateKey.export(PEM).toString();
const NOW = Date.parse('2026-03-01T12:00:00Z');

const auth: JwtAuth = {
  kind: 'jwt',
  algorithm: 'RS256',
  key: { setting: 'KEY' },
  claims: {
    iss: { setting: '', default: '{account}.{user}.{keyFingerprint}' },
    sub: { setting: '', default: '{account}.{user}' },
    email: { setting: 'EMAIL' },
  },
  lifetimeMs: 3_540_000,
  header: 'Authorization',
  prefix: 'Bearer ',
};
const variables = { account: { setting: 'ACCOUNT' }, user: { setting: 'OWNER' } };
const others = { ACCOUNT: 'ACME', OWNER: 'BOT', EMAIL: 'bot@acme.example' };

/** Sends a request and gives the token that it carried. */
async function tokenSent(change: Partial<JwtAuth>, environment: Record<string, string>): Promise<string> {
  const api = await serve((_, response) => json(response, 200, []));
  const { transport, close } = openTransport({ ...others, ...environment }, { now: () => NOW });
  onTestFinished(close);
  await transport.send(shopAt(api.url, { variables, auth: { ...auth, ...change } }), orders());
  return api.received[0]?.headers.authorization?.replace('Bearer ', '') ?? '';
}

test('a key-pair JWT names the account, the user and the fingerprint of the key', async () => {
  const token = await tokenSent({}, { KEY: rsaPem });
  const { payload } = await jwtVerify(token, rsa.publicKey, { currentDate: new Date(NOW) });
  const der = createPublicKey(rsaPem).export({ type: 'spki', format: 'der' });
  expect(payload).toEqual({
    iss: `ACME.BOT.SHA256:${createHash('sha256').update(der).digest('base64')}`,
    sub: 'ACME.BOT',
    email: 'bot@acme.example',
    iat: NOW / 1000,
    exp: NOW / 1000 + 3540,
  });
});

test.each<[string, JwtAlgorithm, string, Partial<JwtAuth>, Record<string, string>]>([
  ['written with \\n', 'RS256', rsaPem.replaceAll('\n', '\\n'), {}, {}],
  ['in base64', 'PS256', Buffer.from(rsaPem).toString('base64'), {}, {}],
  ['in PKCS #1', 'RS512', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(), {}, {}],
  [
    'that is encrypted',
    'RS256',
    rsa.privateKey.export({ ...PEM, cipher: 'aes-256-cbc', passphrase: 'open sesame' }).toString(),
    { passphrase: { setting: 'PASSPHRASE', optional: true } },
    { PASSPHRASE: 'open sesame' },
  ],
])('takes a key %s', async (_, algorithm, KEY, change, more) => {
  const token = await tokenSent({ algorithm, ...change }, { KEY, ...more });
  await expect(jwtVerify(token, rsa.publicKey, { currentDate: new Date(NOW) })).resolves.toBeTruthy();
});

test('signs with an elliptic curve and its id, or with a shared secret', async () => {
  const es = await tokenSent(
    { algorithm: 'ES256', keyId: { setting: '', default: 'k7' } },
    { KEY: ec.privateKey.export(PEM).toString() },
  );
  await expect(jwtVerify(es, ec.publicKey, { currentDate: new Date(NOW) })).resolves.toBeTruthy();
  expect(decodeProtectedHeader(es)).toEqual({ alg: 'ES256', typ: 'JWT', kid: 'k7' });
  const secret = 'a shared secret of more than 32 bytes';
  const { iss: _, ...claims } = auth.claims;
  const hs = await tokenSent({ algorithm: 'HS256', claims }, { KEY: secret });
  await expect(jwtVerify(hs, Buffer.from(secret), { currentDate: new Date(NOW) })).resolves.toBeTruthy();
});

test('says of a key that is none which setting holds it, and nothing of what it holds', async () => {
  const error = await failure(tokenSent({}, { KEY: 'not a private key' }));
  expect(error).toMatchObject({ code: 'internal', details: { setting: 'KEY' } });
  expect(error.message).not.toContain('not a private');
  const other = await failure(tokenSent({ algorithm: 'ES256' }, { KEY: rsaPem }));
  expect(other.message).toContain('does not fit ES256');
});

test('RFC 7523: an assertion for the token endpoint is exchanged for a token', async () => {
  const server = await serve((request, response) => {
    if (request.url === '/token') json(response, 200, { access_token: 'from-assertion', expires_in: 3600 });
    else json(response, 200, []);
  });
  const { transport, close } = openTransport({ ...others, KEY: rsaPem }, { now: () => NOW });
  onTestFinished(close);
  const exchanged: JwtAuth = {
    ...auth,
    claims: { iss: { setting: 'EMAIL' }, scope: { setting: '', default: 'drive' } },
    token: { url: `${server.url}/token`, setting: 'SHOP_TOKEN_URL' },
    params: { tenant: { setting: '', default: '{account}' } },
  };
  const shop = shopAt(server.url, { variables, auth: exchanged });
  await transport.send(shop, orders());
  await transport.send(shop, orders());
  expect(server.received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ['/token', undefined],
    ['/orders', 'Bearer from-assertion'],
    ['/orders', 'Bearer from-assertion'],
  ]);
  const form = new URLSearchParams(server.received[0]?.body);
  expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
  expect(form.get('tenant')).toBe('ACME');
  const { payload } = await jwtVerify(form.get('assertion') ?? '', rsa.publicKey, { currentDate: new Date(NOW) });
  expect(payload).toMatchObject({ iss: 'bot@acme.example', scope: 'drive', aud: `${server.url}/token` });
});
