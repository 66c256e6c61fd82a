import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settingsFrom } from '../settings/settings.ts';
import { verifyDelivery } from '../trigger/verify-delivery.ts';
import type { WebhookAuth } from '../trigger/trigger.ts';
import { signDelivery } from './sign-delivery.ts';

const environment = { SECRET: 'mock-secret', USER: 'mock-user' };
const now = 1_767_225_600_500;

const prefix = fc.option(fc.constantFrom('sha256=', 'Token '), { nil: undefined });
const hmac = fc.record(
  {
    kind: fc.constant('hmac' as const),
    algorithm: fc.constantFrom('sha1' as const, 'sha256' as const, 'sha512' as const),
    header: fc.constant('x-signature'),
    encoding: fc.constantFrom('hex' as const, 'base64' as const),
    secret: fc.constant('SECRET'),
    prefix: fc.constantFrom('sha256=', 'v1,'),
    payload: fc.constantFrom(['body'] as const, ['timestamp', { text: '.' }, 'body'] as const),
    timestamp: fc.constant({ header: 'x-timestamp', toleranceMs: 300_000 }),
  },
  { requiredKeys: ['kind', 'algorithm', 'header', 'encoding', 'secret', 'timestamp'] },
);
const auths: fc.Arbitrary<WebhookAuth> = fc.oneof(
  hmac,
  fc
    .record({
      kind: fc.constant('apiKey' as const),
      header: fc.constant('x-key'),
      secret: fc.constant('SECRET'),
      prefix,
    })
    .map(({ prefix: given, ...auth }) => (given === undefined ? auth : { ...auth, prefix: given })),
  fc.constant({ kind: 'basic' as const, username: 'USER', password: 'SECRET' }),
  fc.constant({ kind: 'none' as const }),
);

it('proves a sender to the runtime, whatever the webhook asks for', () => {
  fc.assert(
    fc.property(auths, fc.string({ unit: 'grapheme' }), (auth, body) => {
      const headers = signDelivery(auth, body, environment, now);
      const delivery = { headers, bytes: Buffer.from(body) };
      expect(verifyDelivery(auth, delivery, settingsFrom(environment), now)).toBe(true);
      if (auth.kind !== 'hmac') return;
      expect(verifyDelivery(auth, { headers, bytes: Buffer.from(`${body} `) }, settingsFrom(environment), now)).toBe(
        false,
      );
    }),
  );
});
