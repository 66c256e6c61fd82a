import type { WebhookAuth } from '@flowright/runtime';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { Signature } from '../../spec/types.ts';
import { milliseconds } from '../duration.ts';
import type { Report } from '../report.ts';

const TOLERANCE = '5m';

/** What a sender proves itself with, as the runtime takes it. */
export function webhookAuth(signature: Signature, at: SpecPath, report: Report): WebhookAuth {
  if ('hmac' in signature) return hmacAuth(signature, at, report);
  if ('standardWebhooks' in signature) {
    const { secret, prefix = 'webhook-', tolerance = TOLERANCE } = signature.standardWebhooks;
    return { kind: 'standardWebhooks', secret, prefix: prefix.toLowerCase(), toleranceMs: milliseconds(tolerance) };
  }
  if ('apiKey' in signature)
    return {
      kind: 'apiKey',
      header: signature.apiKey.header.toLowerCase(),
      ...(signature.apiKey.prefix !== undefined && { prefix: signature.apiKey.prefix }),
      secret: signature.apiKey.secret,
    };
  if ('basic' in signature)
    return { kind: 'basic', username: signature.basic.username, password: signature.basic.password };
  return { kind: 'none' };
}

type Hmac = Extract<Signature, { hmac: unknown }>;

function hmacAuth(hmac: Hmac, at: SpecPath, report: Report): WebhookAuth {
  const { header, field, encoding, prefix, secret, secretEncoding, signed, timestamp } = hmac;
  // A header that is the signature has no room for a time.
  if (timestamp !== undefined && 'field' in timestamp && field === undefined)
    report.add('FR2015', { what: "a time in the signature's header", needs: "'field'" }, [...at, 'timestamp']);
  const time = signed?.indexOf('timestamp') ?? -1;
  if (time >= 0 && timestamp === undefined)
    report.add('FR2015', { what: "'timestamp' among what is signed", needs: "'timestamp'" }, [...at, 'signed', time]);
  return {
    kind: 'hmac',
    algorithm: hmac.hmac,
    header: header.toLowerCase(),
    ...(field !== undefined && { field }),
    encoding,
    ...(prefix !== undefined && { prefix }),
    secret,
    ...(secretEncoding !== undefined && { secretEncoding }),
    ...(signed !== undefined && {
      payload: signed.map((part) =>
        typeof part === 'object' && 'header' in part ? { header: part.header.toLowerCase() } : part,
      ),
    }),
    ...(timestamp !== undefined && { timestamp: timeOf(timestamp) }),
  };
}

type Time = NonNullable<Extract<WebhookAuth, { kind: 'hmac' }>['timestamp']>;

function timeOf(timestamp: NonNullable<Hmac['timestamp']>): Time {
  const toleranceMs = milliseconds(timestamp.tolerance ?? TOLERANCE);
  return 'field' in timestamp
    ? { field: timestamp.field, toleranceMs }
    : { header: timestamp.header.toLowerCase(), toleranceMs };
}
