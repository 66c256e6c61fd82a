import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settingsFrom } from '../settings/settings.ts';
import type { WebhookAuth } from './trigger.ts';
import { verifyDelivery } from './verify-delivery.ts';

const secret = 'a long webhook secret';
const settings = settingsFrom({ SECRET: secret, USER: 'ada', EMPTY: '' });
const now = 1_800_000_000_000;
const body = Buffer.from('{"id":1}');

type Hmac = Extract<WebhookAuth, { kind: 'hmac' }>;
const hmac: Hmac = { kind: 'hmac', algorithm: 'sha256', header: 'X-Signature', encoding: 'hex', secret: 'SECRET' };

function sign(
  parts: readonly (string | Uint8Array)[],
  encoding: 'hex' | 'base64' = 'hex',
  algorithm = 'sha256',
  key = secret,
): string {
  const made = createHmac(algorithm, key);
  for (const part of parts) made.update(part);
  return made.digest(encoding);
}

function verify(auth: WebhookAuth, headers: Record<string, string>, bytes: Uint8Array = body): boolean {
  return verifyDelivery(auth, { headers, bytes }, settings, now);
}

test.each(['sha1', 'sha256', 'sha512'] as const)(
  'takes a %s signature in hex and base64, with its prefix',
  (algorithm) => {
    expect(verify({ ...hmac, algorithm }, { 'x-signature': sign([body], 'hex', algorithm) })).toBe(true);
    expect(verify({ ...hmac, algorithm }, { 'x-signature': sign([body], 'hex', algorithm).toUpperCase() })).toBe(true);
    expect(
      verify(
        { ...hmac, algorithm, encoding: 'base64', prefix: 'v1=' },
        { 'x-signature': `v1=${sign([body], 'base64', algorithm)}` },
      ),
    ).toBe(true);
  },
);

const right = sign([body]);
test.each<[string, Record<string, string>]>([
  ['a missing header', {}],
  ['an empty header', { 'x-signature': '' }],
  ['another encoding', { 'x-signature': sign([body], 'base64') }],
  ['a part of the signature', { 'x-signature': right.slice(0, 32) }],
  ['something behind it', { 'x-signature': `${right}00` }],
  ['a space behind it', { 'x-signature': `${right} ` }],
  ['an odd number of digits', { 'x-signature': right.slice(1) }],
  ['the header twice', { 'x-signature': `${right}, ${right}` }],
  ['a prefix that is not asked for', { 'x-signature': `sha256=${right}` }],
  ['the signature of another secret', { 'x-signature': sign([body], 'hex', 'sha256', 'other') }],
])('refuses %s', (_, headers) => {
  expect(verify(hmac, headers)).toBe(false);
});

test('refuses where the prefix is missing', () => {
  expect(verify({ ...hmac, prefix: 'sha256=' }, { 'x-signature': right })).toBe(false);
});

test.each(['NOT_SET', 'EMPTY'])('refuses everything where the secret is %s', (name) => {
  for (const key of ['', 'undefined'])
    expect(verify({ ...hmac, secret: name }, { 'x-signature': sign([body], 'hex', 'sha256', key) })).toBe(false);
  expect(verify({ kind: 'apiKey', header: 'x-key', secret: name }, { 'x-key': '' })).toBe(false);
});

test('no change of the body passes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, at, flip) => {
      const changed = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ flip : byte));
      const headers = { 'x-signature': sign([bytes]) };
      expect(verify(hmac, headers, bytes)).toBe(true);
      expect(verify(hmac, headers, changed)).toBe(false);
    }),
  );
});

const stamped: Hmac = {
  ...hmac,
  payload: [{ text: 'v0:' }, 'timestamp', { text: ':' }, 'body'],
  timestamp: { header: 'X-Time', toleranceMs: 300_000 },
};

test.each([
  ['in seconds', String(now / 1000), true],
  ['in milliseconds', String(now - 299_999), true],
  ['as a date', new Date(now + 1000).toISOString(), true],
  ['too old', String(now / 1000 - 301), false],
  ['too far ahead', String(now / 1000 + 301), false],
  ['not a time', 'soon', false],
  ['negative', `-${now / 1000}`, false],
  ['empty', '', false],
])('a signed timestamp %s', (_, time, expected) => {
  expect(verify(stamped, { 'x-time': time, 'x-signature': sign(['v0:', time, ':', body]) })).toBe(expected);
});

test('refuses a timestamp that is missing or not the signed one', () => {
  const time = String(now / 1000);
  const signature = sign(['v0:', time, ':', body]);
  expect(verify(stamped, { 'x-signature': signature })).toBe(false);
  expect(verify(stamped, { 'x-time': String(now / 1000 - 1), 'x-signature': signature })).toBe(false);
});

test('an API key must be the whole key', () => {
  const auth: WebhookAuth = { kind: 'apiKey', header: 'Authorization', prefix: 'Token ', secret: 'SECRET' };
  expect(verify(auth, { authorization: `Token ${secret}` })).toBe(true);
  for (const given of [
    secret,
    `Token ${secret}x`,
    `Token ${secret.slice(1)}`,
    'Token ',
    `Token ${secret}, Token ${secret}`,
  ]) {
    expect(verify(auth, { authorization: given })).toBe(false);
  }
});

test('basic credentials must be both right', () => {
  const auth: WebhookAuth = { kind: 'basic', username: 'USER', password: 'SECRET' };
  const encode = (text: string): string => Buffer.from(text).toString('base64');
  expect(verify(auth, { authorization: `Basic ${encode(`ada:${secret}`)}` })).toBe(true);
  for (const given of [
    encode(`ada:${secret}`),
    `Basic ${encode('ada:')}`,
    `Basic ${encode(`eve:${secret}`)}`,
    `Basic ada:${secret}`,
    `Bearer ${encode(`ada:${secret}`)}`,
  ]) {
    expect(verify(auth, { authorization: given })).toBe(false);
  }
});
