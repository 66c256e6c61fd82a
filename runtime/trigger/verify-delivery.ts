import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Settings } from '../settings/settings.ts';
import { sameText } from './same-digest.ts';
import type { WebhookAuth } from './trigger.ts';

type HmacAuth = Extract<WebhookAuth, { kind: 'hmac' }>;

/** What is known of a request before anything of it is parsed. */
export interface RawDelivery {
  /** Names in lower case; a header that came several times has its values joined by `, `, and so fits nothing. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/**
 * Whether a delivery proves that it comes from its sender. Fails closed: a header that is missing, doubled, of the wrong
 * encoding or length, and a secret that is not set, are all a no.
 */
export function verifyDelivery(auth: WebhookAuth, delivery: RawDelivery, settings: Settings, now: number): boolean {
  switch (auth.kind) {
    case 'none':
      return true;
    case 'hmac':
      return verifyHmac(auth, delivery, settings, now);
    case 'apiKey': {
      const secret = settings.get(auth.secret);
      const given = withoutPrefix(delivery.headers[auth.header.toLowerCase()], auth.prefix);
      return secret !== undefined && given !== undefined && sameText(given, secret);
    }
    case 'basic': {
      const username = settings.get(auth.username);
      const password = settings.get(auth.password);
      const given = basicCredentials(delivery.headers['authorization']);
      return (
        username !== undefined &&
        password !== undefined &&
        given !== undefined &&
        sameText(given, `${username}:${password}`)
      );
    }
  }
}

function verifyHmac(auth: HmacAuth, { headers, bytes }: RawDelivery, settings: Settings, now: number): boolean {
  const secret = settings.get(auth.secret);
  const given = withoutPrefix(headers[auth.header.toLowerCase()], auth.prefix);
  if (secret === undefined || given === undefined) return false;
  const timestamp = auth.timestamp === undefined ? undefined : headers[auth.timestamp.header.toLowerCase()];
  if (auth.timestamp !== undefined) {
    const sentAt = timestamp === undefined ? undefined : readTimestamp(timestamp);
    if (sentAt === undefined || Math.abs(now - sentAt) > auth.timestamp.toleranceMs) return false;
  }
  const hmac = createHmac(auth.algorithm, secret);
  for (const part of auth.payload ?? (['body'] as const)) {
    if (part === 'body') hmac.update(bytes);
    else if (part !== 'timestamp') hmac.update(part.text);
    else if (timestamp === undefined) return false;
    else hmac.update(timestamp);
  }
  const expected = hmac.digest();
  const signature = decode(given, auth.encoding);
  return signature !== undefined && signature.length === expected.length && timingSafeEqual(signature, expected);
}

function withoutPrefix(value: string | undefined, prefix = ''): string | undefined {
  return value?.startsWith(prefix) === true ? value.slice(prefix.length) : undefined;
}

/** `Buffer.from` skips what it does not understand, so the form is checked first. */
function decode(text: string, encoding: 'hex' | 'base64'): Buffer | undefined {
  const form =
    encoding === 'hex' ? /^(?:[0-9a-fA-F]{2})+$/ : /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
  return form.test(text) ? Buffer.from(text, encoding) : undefined;
}

function basicCredentials(header: string | undefined): string | undefined {
  const encoded = header === undefined ? undefined : /^basic ([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  return encoded === undefined ? undefined : decode(encoded, 'base64')?.toString('utf8');
}

/** Seconds or milliseconds since 1970, or an ISO 8601 date; epoch milliseconds. */
function readTimestamp(text: string): number | undefined {
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{11,15}$/.test(text)) return Number(text);
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
