import { createHash, createHmac } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { json, openTransport, orders, shopAt } from '../testing/loopback.ts';
import { serve } from '../testing/sending.ts';
import type { SignatureAuth } from './auth.ts';

const NOW = Date.parse('2026-03-01T12:00:00.250Z');
const auth: SignatureAuth = {
  kind: 'signature',
  algorithm: 'sha256',
  header: 'X-Signature',
  encoding: 'hex',
  prefix: 'v1=',
  secret: 'SECRET',
  payload: ['timestamp', { text: '.' }, 'method', 'target', 'body'],
  timestamp: { header: 'X-Time', format: 'seconds' },
};

async function sent(change: Partial<SignatureAuth>, environment: Record<string, string> = {}) {
  const api = await serve((request, response) => {
    if (request.url.startsWith('/orders?')) response.writeHead(307, { location: '/orders/moved?b=2' }).end();
    else json(response, 200, []);
  });
  const { transport, close } = openTransport({ SECRET: 'top secret', ...environment }, { now: () => NOW });
  onTestFinished(close);
  await transport.send(shopAt(api.url, { auth: { ...auth, ...change } }), orders({ query: { a: 'x y' } }));
  await transport.send(shopAt(api.url, { auth: { ...auth, ...change } }), orders({ method: 'POST', body: { ü: 1 } }));
  return { api, headers: api.received.map(({ headers }) => headers) };
}

const hmac = (text: string, key: string | Buffer = 'top secret', algorithm = 'sha256') =>
  createHmac(algorithm, key).update(text);

test('signs the parts of each request, and anew where it is redirected', async () => {
  const { headers } = await sent({});
  const time = String(Math.floor(NOW / 1000));
  expect(headers.map((one) => one['x-time'])).toEqual([time, time, time]);
  expect(headers.map((one) => one['x-signature'])).toEqual(
    ['GET/orders?a=x%20y', 'GET/orders/moved?b=2', 'POST/orders{"ü":1}'].map(
      (text) => `v1=${hmac(`${time}.${text}`).digest('hex')}`,
    ),
  );
});

test('the hash of the body, the host, a nonce and other headers can be signed, with a secret of bytes', async () => {
  const key = Buffer.from([1, 2, 250, 251]);
  const { api, headers } = await sent(
    {
      algorithm: 'sha512',
      encoding: 'base64',
      secretEncoding: 'base64',
      payload: ['host', 'path', 'query', { header: 'x-key' }, 'nonce', 'bodyHash', 'timestamp', { setting: 'PIN' }],
      timestamp: { header: 'X-Time', format: 'iso' },
      nonce: { header: 'X-Nonce' },
      headers: { 'X-Key': { setting: 'KEY_ID' } },
    },
    { SECRET: key.toString('base64'), KEY_ID: 'key-1', PIN: '1234' },
  );
  const post = headers[2];
  const hash = createHash('sha256').update('{"ü":1}').digest('hex');
  const text = `${new URL(api.url).host}/orderskey-1${String(post?.['x-nonce'])}${hash}2026-03-01T12:00:00.250Z1234`;
  expect(post?.['x-signature']).toBe(`v1=${hmac(text, key, 'sha512').digest('base64')}`);
  expect(new Set(headers.map((one) => one['x-nonce'])).size).toBe(3);
});
