import { createHash, createHmac, randomUUID } from 'node:crypto';
import { lowerCased } from '../lower-cased.ts';
import type { SignatureAuth, SignedPart } from './auth.ts';
import type { AuthContext, AuthScheme, SignedRequest } from './scheme.ts';
import { valuesOf } from './values.ts';

/** An HMAC over parts of the request, in a header. */
export const signature: AuthScheme<SignatureAuth> = (auth, context) => {
  const secret = context.settings.require({ setting: auth.secret });
  return {
    secrets: [secret],
    sign: (request) => {
      const { timestamp, nonce } = auth;
      const moment = { timestamp: timeIn(context.now(), timestamp?.format ?? 'seconds'), nonce: randomUUID() };
      const headers = lowerCased(valuesOf(auth.headers, context));
      const signed = { ...request, headers: new Map([...request.headers, ...Object.entries(headers)]) };
      return {
        ...headers,
        ...(timestamp !== undefined && { [timestamp.header]: moment.timestamp }),
        ...(nonce !== undefined && { [nonce.header]: moment.nonce }),
        [auth.header]: (auth.prefix ?? '') + signatureOf(auth, signed, moment, context),
      };
    },
  };
};

/** What is signed beside the request. */
export interface Moment {
  readonly timestamp: string;
  readonly nonce: string;
}

/** The signature of a request as its header has it, without the prefix. */
export function signatureOf(
  auth: SignatureAuth,
  request: SignedRequest,
  moment: Moment,
  { settings }: Pick<AuthContext, 'settings'>,
): string {
  const secret = settings.require({ setting: auth.secret });
  const hmac = createHmac(
    auth.algorithm,
    auth.secretEncoding === undefined ? secret : Buffer.from(secret, auth.secretEncoding),
  );
  for (const part of auth.payload) hmac.update(bytesOf(part, request, moment, settings));
  return hmac.digest(auth.encoding);
}

function bytesOf(
  part: SignedPart,
  request: SignedRequest,
  moment: Moment,
  settings: AuthContext['settings'],
): string | Uint8Array {
  if (typeof part === 'object') {
    if ('text' in part) return part.text;
    return 'setting' in part ? settings.require(part) : (request.headers.get(part.header.toLowerCase()) ?? '');
  }
  const { method, path, search, origin, body = '' } = request;
  switch (part) {
    case 'method':
      return method;
    case 'path':
      return path;
    case 'query':
      return search;
    case 'target':
      return search === '' ? path : `${path}?${search}`;
    case 'host':
      return URL.parse(origin)?.host ?? '';
    case 'body':
      return body;
    case 'bodyHash':
      return createHash('sha256').update(body).digest('hex');
    case 'timestamp':
      return moment.timestamp;
    case 'nonce':
      return moment.nonce;
  }
}

function timeIn(now: number, format: 'seconds' | 'milliseconds' | 'iso'): string {
  if (format === 'milliseconds') return String(now);
  return format === 'seconds' ? String(Math.floor(now / 1000)) : new Date(now).toISOString();
}
