import { createHmac, randomUUID, sign } from 'node:crypto';
import type { OAuth1Auth } from './auth.ts';
import type { AuthScheme, SignedRequest } from './scheme.ts';
import { privateKey } from './sign-jwt.ts';
import { valueIfAny, valueOf } from './values.ts';

/** RFC 5849, the credentials in the Authorization header (section 3.5.1). */
export const oauth1: AuthScheme<OAuth1Auth> = (auth, context) => {
  const token = valueIfAny(auth.token, context);
  const consumerKey = valueOf(auth.consumerKey, context);
  const tokenSecret = valueIfAny(auth.tokenSecret, context) ?? '';
  const consumerSecret = valueOf(auth.consumerSecret, context);
  return {
    secrets: [consumerKey, consumerSecret, tokenSecret, token ?? ''].filter((secret) => secret !== ''),
    sign(request) {
      const parameters: Readonly<Record<string, string>> = {
        oauth_consumer_key: consumerKey,
        ...(token !== undefined && { oauth_token: token }),
        oauth_signature_method: auth.method,
        oauth_timestamp: String(Math.floor(context.now() / 1000)),
        oauth_nonce: randomUUID().replaceAll('-', ''),
        oauth_version: '1.0',
      };
      const base = signatureBase(request, parameters);
      const key = `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}`;
      const signature =
        auth.method === 'RSA-SHA1'
          ? sign('sha1', Buffer.from(base), privateKey({ key: auth.consumerSecret }, context)).toString('base64')
          : signatureFor(auth.method, base, key);
      return { authorization: authorizationHeader({ ...parameters, oauth_signature: signature }, auth.realm) };
    },
  };
};

/** Section 3.4.2 and 3.4.4. */
export function signatureFor(method: 'HMAC-SHA1' | 'HMAC-SHA256' | 'PLAINTEXT', base: string, key: string): string {
  if (method === 'PLAINTEXT') return key;
  return createHmac(method === 'HMAC-SHA1' ? 'sha1' : 'sha256', key)
    .update(base)
    .digest('base64');
}

/** The signature base string, section 3.4.1. */
export function signatureBase(request: SignedRequest, parameters: Readonly<Record<string, string>>): string {
  const { method, origin, path, search, headers, body } = request;
  const isForm = headers.get('content-type')?.toLowerCase().startsWith('application/x-www-form-urlencoded') === true;
  const pairs = [
    ...new URLSearchParams(search),
    ...(isForm && body !== undefined ? new URLSearchParams(Buffer.from(body).toString()) : []),
    ...Object.entries(parameters),
  ].map(([name, value]) => [percentEncode(name), percentEncode(value)] as const);
  const normalized = pairs
    .toSorted(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [method.toUpperCase(), `${origin.toLowerCase()}${path}`, normalized].map(percentEncode).join('&');
}

/** The Authorization header, section 3.5.1. */
export function authorizationHeader(parameters: Readonly<Record<string, string>>, realm?: string): string {
  const parts = Object.entries(parameters).map(([name, value]) => `${name}="${percentEncode(value)}"`);
  const first = realm === undefined ? [] : [`realm="${realm.replaceAll(/["\\]/g, '')}"`];
  return `OAuth ${[...first, ...parts].join(', ')}`;
}

/** Section 3.6: all but letters, digits and `-._~`. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
