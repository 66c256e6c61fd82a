import type { WebhookAuth } from './trigger.ts';

type HmacAuth = Extract<WebhookAuth, { kind: 'hmac' }>;

/** Standard Webhooks 1.0 as an HMAC: the id, the time and the body, parted by dots; several signatures, parted by blanks. */
export function standardWebhooks({
  secret,
  prefix,
  toleranceMs,
}: Extract<WebhookAuth, { kind: 'standardWebhooks' }>): HmacAuth {
  return {
    kind: 'hmac',
    algorithm: 'sha256',
    header: `${prefix}signature`,
    encoding: 'base64',
    prefix: 'v1,',
    secret,
    secretEncoding: 'base64',
    payload: [{ header: `${prefix}id` }, { text: '.' }, 'timestamp', { text: '.' }, 'body'],
    timestamp: { header: `${prefix}timestamp`, toleranceMs },
  };
}

/** What stands before the base64 of a secret. */
export const SECRET_PREFIX = 'whsec_';
