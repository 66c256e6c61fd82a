import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signDelivery } from '../scenario/sign-delivery.ts';
import { settingsFrom } from '../settings/settings.ts';
import type { WebhookAuth } from './trigger.ts';
import { verifyDelivery } from './verify-delivery.ts';

const now = 1_800_000_000_000;
const seconds = now / 1000;
const body = Buffer.from('{"id":"evt_1"}');

/** As Stripe signs: `t=…,v1=…`, over the time, a dot and the body. */
const composite: WebhookAuth = {
  kind: 'hmac',
  algorithm: 'sha256',
  header: 'Stripe-Signature',
  field: 'v1',
  encoding: 'hex',
  secret: 'SECRET',
  payload: ['timestamp', { text: '.' }, 'body'],
  timestamp: { field: 't', toleranceMs: 300_000 },
};
const environment = { SECRET: 'whsec_test_secret' };
const sign = (time: number | string, bytes: Uint8Array = body, key = environment.SECRET) =>
  createHmac('sha256', key).update(`${time}.`).update(bytes).digest('hex');
const right = sign(seconds);

function takes(header: string | undefined, bytes: Uint8Array = body): boolean {
  const headers: Record<string, string> = header === undefined ? {} : { 'stripe-signature': header };
  return verifyDelivery(composite, { headers, bytes }, settingsFrom(environment), now);
}

test.each([
  ['as it should be', `t=${seconds},v1=${right}`],
  ['with blanks and other schemes', `t=${seconds}, v0=abc, v1=${right}`],
  ['with the signature of an old secret beside it', `t=${seconds},v1=${sign(seconds, body, 'old')},v1=${right}`],
  ['with semicolons, in another order', `v1=${right};t=${seconds}`],
])('takes a header %s', (_, header) => {
  expect(takes(header)).toBe(true);
});

test.each([
  ['nothing', undefined],
  ['an empty header', ''],
  ['the signature alone', right],
  ['no time', `v1=${right}`],
  ['no signature', `t=${seconds}`],
  ['a signature under another name', `t=${seconds},v0=${right}`],
  ['another time', `t=${seconds - 1},v1=${right}`],
  ['a time that has passed', `t=${seconds - 301},v1=${sign(seconds - 301)}`],
  ['two times, one of which is signed', `t=${seconds},t=${seconds - 1},v1=${right}`],
  ['the signature of another secret', `t=${seconds},v1=${sign(seconds, body, 'other')}`],
  ['a part of the signature', `t=${seconds},v1=${right.slice(0, 32)}`],
])('refuses %s', (_, header) => {
  expect(takes(header)).toBe(false);
});

test('no header of any text passes, and no change of the body', () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array(), (header, bytes) => {
      expect(takes(header)).toBe(false);
      if (Buffer.compare(bytes, body) !== 0) expect(takes(`t=${seconds},v1=${right}`, bytes)).toBe(false);
    }),
  );
});

const standard: WebhookAuth = { kind: 'standardWebhooks', secret: 'SECRET', prefix: 'webhook-', toleranceMs: 300_000 };

/** The vector of the reference libraries (github.com/standard-webhooks/standard-webhooks). */
const vector = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

function takesStandard(
  headers: Record<string, string>,
  text = vector.body,
  secret = vector.secret,
  at = 1_614_265_330_000,
) {
  const delivery = { headers, bytes: Buffer.from(text) };
  return verifyDelivery(standard, delivery, settingsFrom({ SECRET: secret }), at);
}

const standardHeaders = {
  'webhook-id': vector.id,
  'webhook-timestamp': vector.timestamp,
  'webhook-signature': vector.signature,
};

test('takes the vector of Standard Webhooks, also beside other signatures, and with the secret alone', () => {
  expect(takesStandard(standardHeaders)).toBe(true);
  const several = `v1,${Buffer.alloc(32).toString('base64')} v2,xyz ${vector.signature} v1a,abc`;
  expect(takesStandard({ ...standardHeaders, 'webhook-signature': several })).toBe(true);
  expect(takesStandard(standardHeaders, vector.body, vector.secret.slice('whsec_'.length))).toBe(true);
});

test.each<[string, Record<string, string>, string?, string?, number?]>([
  ['another id', { ...standardHeaders, 'webhook-id': 'msg_other' }],
  ['no id', { 'webhook-timestamp': vector.timestamp, 'webhook-signature': vector.signature }],
  ['another time', { ...standardHeaders, 'webhook-timestamp': '1614265331' }],
  ['a signature of no version', { ...standardHeaders, 'webhook-signature': vector.signature.slice(3) }],
  ['another body', standardHeaders, '{"test":2432232314}'],
  ['another secret', standardHeaders, vector.body, 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'],
  ['a time that has passed', standardHeaders, vector.body, vector.secret, 1_614_265_330_000 + 301_000],
])('refuses %s', (_, ...parts) => {
  expect(takesStandard(...parts)).toBe(false);
});

test.each<[string, WebhookAuth]>([
  ['a composite header', composite],
  ['Standard Webhooks', standard],
  ['Standard Webhooks of Svix', { ...standard, prefix: 'svix-' }],
  ['another header that is signed', { ...composite, payload: [{ header: 'x-topic' }, 'timestamp', 'body'] }],
  ['a secret of bytes', { ...composite, secretEncoding: 'base64', encoding: 'base64' }],
])('what signs deliveries for tests is what verifies them: %s', (_, auth) => {
  const given = { 'x-topic': 'orders/paid' };
  const headers = { ...given, ...signDelivery(auth, body.toString(), environment, now, given) };
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  expect(verifyDelivery(auth, { headers: lower, bytes: body }, settingsFrom(environment), now)).toBe(true);
  expect(verifyDelivery(auth, { headers: lower, bytes: Buffer.from('{}') }, settingsFrom(environment), now)).toBe(
    false,
  );
});
