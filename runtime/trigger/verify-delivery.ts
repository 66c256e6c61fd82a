import type { Settings } from '../settings/settings.ts';
import { decodeDigest } from './decode-digest.ts';
import { sameText } from './same-digest.ts';
import { standardWebhooks } from './standard-webhooks.ts';
import type { WebhookAuth } from './trigger.ts';
import { verifyHmac } from './verify-hmac.ts';

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
    case 'standardWebhooks':
      return verifyHmac(standardWebhooks(auth), delivery, settings, now, true);
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

function withoutPrefix(value: string | undefined, prefix = ''): string | undefined {
  return value?.startsWith(prefix) === true ? value.slice(prefix.length) : undefined;
}

function basicCredentials(header: string | undefined): string | undefined {
  const encoded = header === undefined ? undefined : /^basic ([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  return encoded === undefined ? undefined : decodeDigest(encoded, 'base64')?.toString('utf8');
}
