import { createHash, createHmac } from 'node:crypto';
import type { Environment } from '../settings/settings.ts';
import { standardWebhooks } from '../trigger/standard-webhooks.ts';
import type { WebhookAuth } from '../trigger/trigger.ts';
import { hmacKey } from '../trigger/verify-hmac.ts';

/** The headers by which a sender proves itself, for a body that is sent at `now` (epoch milliseconds). */
export function signDelivery(
  auth: WebhookAuth,
  body: string,
  settings: Environment,
  now: number,
  /** What else the delivery carries, names in lower case: some of it may be signed. */
  headers: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  switch (auth.kind) {
    case 'none':
      return {};
    case 'apiKey':
      return { [auth.header]: `${auth.prefix ?? ''}${settings[auth.secret] ?? ''}` };
    case 'basic': {
      const credentials = `${settings[auth.username] ?? ''}:${settings[auth.password] ?? ''}`;
      return { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` };
    }
    case 'standardWebhooks': {
      // An id of its own, unless the delivery brings one: dedupe goes by it.
      const id = headers[`${auth.prefix}id`] ?? `msg_${createHash('sha256').update(body).digest('hex').slice(0, 24)}`;
      const named = { [`${auth.prefix}id`]: id };
      return { ...named, ...signHmac(standardWebhooks(auth), body, settings, now, { ...headers, ...named }) };
    }
    case 'hmac':
      return signHmac(auth, body, settings, now, headers);
  }
}

function signHmac(
  auth: Extract<WebhookAuth, { kind: 'hmac' }>,
  body: string,
  settings: Environment,
  now: number,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const sentAt = String(Math.floor(now / 1000));
  const hmac = createHmac(auth.algorithm, hmacKey(settings[auth.secret] ?? '', auth.secretEncoding));
  for (const part of auth.payload ?? (['body'] as const)) {
    if (part === 'body') hmac.update(body);
    else if (part === 'timestamp') hmac.update(sentAt);
    else hmac.update('text' in part ? part.text : (headers[part.header.toLowerCase()] ?? ''));
  }
  const { field, timestamp } = auth;
  const signature = `${auth.prefix ?? ''}${hmac.digest(auth.encoding)}`;
  const time = timestamp !== undefined && 'field' in timestamp ? [`${timestamp.field}=${sentAt}`] : [];
  return {
    ...(timestamp !== undefined && 'header' in timestamp && { [timestamp.header]: sentAt }),
    [auth.header]: [...time, field === undefined ? signature : `${field}=${signature}`].join(','),
  };
}
