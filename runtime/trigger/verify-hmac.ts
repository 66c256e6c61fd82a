import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../settings/settings.ts';
import { decodeDigest } from './decode-digest.ts';
import { signatureFields } from './signature-fields.ts';
import { SECRET_PREFIX } from './standard-webhooks.ts';
import type { WebhookAuth } from './trigger.ts';
import type { RawDelivery } from './verify-delivery.ts';

type HmacAuth = Extract<WebhookAuth, { kind: 'hmac' }>;

/** Whether one of the signatures of a delivery is right; `parted`: the header holds several, parted by blanks. */
export function verifyHmac(
  auth: HmacAuth,
  { headers, bytes }: RawDelivery,
  settings: Settings,
  now: number,
  parted = false,
): boolean {
  const secret = settings.get(auth.secret);
  const header = headers[auth.header.toLowerCase()];
  if (secret === undefined || header === undefined) return false;
  const fields = signatureFields(header);
  const given = auth.field === undefined ? (parted ? header.split(' ') : [header]) : (fields.get(auth.field) ?? []);
  const timestamp = timestampOf(auth, headers, fields);
  if (auth.timestamp !== undefined) {
    const sentAt = timestamp === undefined ? undefined : readTimestamp(timestamp);
    if (sentAt === undefined || Math.abs(now - sentAt) > auth.timestamp.toleranceMs) return false;
  }
  const hmac = createHmac(auth.algorithm, hmacKey(secret, auth.secretEncoding));
  for (const part of auth.payload ?? (['body'] as const)) {
    const signed =
      part === 'timestamp'
        ? timestamp
        : typeof part === 'object' && 'header' in part
          ? headers[part.header.toLowerCase()]
          : undefined;
    if (part === 'body') hmac.update(bytes);
    else if (typeof part === 'object' && 'text' in part) hmac.update(part.text);
    else if (signed === undefined) return false;
    else hmac.update(signed);
  }
  const expected = hmac.digest();
  // All of them are looked at, so that the time says nothing of which one fits.
  return given.map((one) => isSame(one, auth, expected)).includes(true);
}

/** The bytes of a secret. */
export function hmacKey(secret: string, encoding: 'base64' | 'hex' | undefined): string | Buffer {
  if (encoding === undefined) return secret;
  return Buffer.from(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret, encoding);
}

function isSame(given: string, { prefix = '', encoding }: HmacAuth, expected: Buffer): boolean {
  if (!given.startsWith(prefix)) return false;
  const signature = decodeDigest(given.slice(prefix.length), encoding);
  return signature !== undefined && signature.length === expected.length && timingSafeEqual(signature, expected);
}

/** A time that is there twice is none. */
function timestampOf(
  { timestamp }: HmacAuth,
  headers: RawDelivery['headers'],
  fields: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  if (timestamp === undefined) return undefined;
  if ('header' in timestamp) return headers[timestamp.header.toLowerCase()];
  const [only, ...others] = fields.get(timestamp.field) ?? [];
  return others.length === 0 ? only : undefined;
}

/** Seconds or milliseconds since 1970, or an ISO 8601 date; epoch milliseconds. */
function readTimestamp(text: string): number | undefined {
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{11,15}$/.test(text)) return Number(text);
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
