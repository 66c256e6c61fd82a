import { createHmac } from 'node:crypto';
import type { Environment } from '../settings/settings.ts';
import type { WebhookAuth } from '../trigger/trigger.ts';

/** The headers by which a sender proves itself, for a body that is sent at `now` (epoch milliseconds). */
export function signDelivery(
  auth: WebhookAuth,
  body: string,
  settings: Environment,
  now: number,
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
    case 'hmac': {
      const sentAt = String(Math.floor(now / 1000));
      const hmac = createHmac(auth.algorithm, settings[auth.secret] ?? '');
      for (const part of auth.payload ?? (['body'] as const))
        hmac.update(part === 'body' ? body : part === 'timestamp' ? sentAt : part.text);
      return {
        ...(auth.timestamp !== undefined && { [auth.timestamp.header]: sentAt }),
        [auth.header]: `${auth.prefix ?? ''}${hmac.digest(auth.encoding)}`,
      };
    }
  }
}
