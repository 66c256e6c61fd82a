import { createPublicKey } from 'node:crypto';
import type { Auth, AwsSigV4Auth, OAuth1Auth, SignatureAuth, SigningKey } from '../../http/auth/auth.ts';
import { awsSigV4 } from '../../http/auth/aws-sig-v4.ts';
import { percentEncode, signatureBase, signatureFor } from '../../http/auth/oauth1.ts';
import type { AuthContext, SignedRequest } from '../../http/auth/scheme.ts';
import { pemOf } from '../../http/auth/sign-jwt.ts';
import { signatureOf } from '../../http/auth/signature.ts';
import { TokenCache } from '../../http/auth/token-cache.ts';
import type { SystemDefinition } from '../../http/system.ts';
import { settingsFrom } from '../../settings/settings.ts';
import type { Credentials } from './credentials.ts';
import { valueIn } from './is-authorized.ts';

/** Whether what a request is signed with is right. True for what is not about signatures. */
export async function isProven(auth: Auth, request: SignedRequest, credentials: Credentials): Promise<boolean> {
  switch (auth.kind) {
    case 'jwt': {
      const sent = request.headers.get(auth.header.toLowerCase()) ?? '';
      if (auth.token !== undefined) return true;
      return sent.startsWith(auth.prefix) && (await isSignedJwt(auth, sent.slice(auth.prefix.length), credentials));
    }
    case 'signature':
      return isSigned(auth, request, credentials);
    case 'awsSigV4':
      return isAwsSigned(auth, request, credentials);
    case 'oauth1':
      return isOAuth1Signed(auth, request, credentials);
    case 'all':
      return (await Promise.all(auth.of.map((one) => isProven(one, request, credentials)))).every(Boolean);
    default:
      return true;
  }
}

/** Whether a JWT has the signature of the made-up key; at what time it is good is left aside, since tests have a clock of their own. */
export async function isSignedJwt(signing: SigningKey, token: string, credentials: Credentials): Promise<boolean> {
  const { decodeJwt, jwtVerify } = await import('jose');
  const secret = valueIn(credentials, signing.key);
  try {
    const { iat = 0 } = decodeJwt(token);
    const key = signing.algorithm.startsWith('HS') ? Buffer.from(secret) : createPublicKey(pemOf(secret));
    await jwtVerify(token, key, { algorithms: [signing.algorithm], currentDate: new Date(iat * 1000) });
    return true;
  } catch {
    return false;
  }
}

function isSigned(auth: SignatureAuth, request: SignedRequest, credentials: Credentials): boolean {
  const sent = (header: string | undefined): string =>
    header === undefined ? '' : (request.headers.get(header.toLowerCase()) ?? '');
  const moment = { timestamp: sent(auth.timestamp?.header), nonce: sent(auth.nonce?.header) };
  const keys = Object.entries(auth.headers ?? {}).every(
    ([name, ref]) => ref.setting === '' || sent(name) === valueIn(credentials, ref),
  );
  const expected = signatureOf(auth, request, moment, { settings: settingsFrom(credentials) });
  return keys && sent(auth.header) === (auth.prefix ?? '') + expected;
}

/** Signed once more for the same moment, it must come out the same. */
async function isAwsSigned(auth: AwsSigV4Auth, request: SignedRequest, credentials: Credentials): Promise<boolean> {
  const [, date = '', time = ''] = /^(\d{8})T(\d{6})Z$/.exec(request.headers.get('x-amz-date') ?? '') ?? [];
  const iso = `${date.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')}T${time.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3')}Z`;
  const now = Date.parse(iso);
  if (Number.isNaN(now)) return false;
  const made: ReadonlySet<string> = new Set(['x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256']);
  const headers = new Map([...request.headers].filter(([name]) => !made.has(name)));
  const { sign } = await awsSigV4(auth, contextAt(now, credentials));
  const signed = await sign?.({ ...request, headers });
  return signed?.['authorization'] === request.headers.get('authorization');
}

function isOAuth1Signed(auth: OAuth1Auth, request: SignedRequest, credentials: Credentials): boolean {
  const header = request.headers.get('authorization') ?? '';
  const sent = Object.fromEntries(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decodeURIComponent(value)]),
  );
  const { oauth_signature: signature, realm: _, ...parameters } = sent;
  if (sent['oauth_consumer_key'] !== valueIn(credentials, auth.consumerKey)) return false;
  // The public key of an RSA signature is not among the settings of whom it is checked for.
  if (auth.method === 'RSA-SHA1') return signature !== undefined;
  const secrets = [
    valueIn(credentials, auth.consumerSecret),
    auth.tokenSecret === undefined ? '' : valueIn(credentials, auth.tokenSecret),
  ];
  return (
    signature === signatureFor(auth.method, signatureBase(request, parameters), secrets.map(percentEncode).join('&'))
  );
}

/** What a scheme needs that asks nobody. */
function contextAt(now: number, credentials: Credentials): AuthContext {
  return {
    system: NO_SYSTEM,
    settings: settingsFrom(credentials),
    tenant: '',
    now: () => now,
    dispatcher: { dispatch: () => false },
    signal: new AbortController().signal,
    tokens: new TokenCache(),
    learn: () => undefined,
  };
}

const NO_SYSTEM: SystemDefinition = {
  id: 'mock',
  baseUrl: 'http://127.0.0.1',
  baseUrlSetting: '',
  variables: {},
  auth: { kind: 'none' },
  headers: {},
  timeoutMs: 0,
  retry: { attempts: 1, initialMs: 0, factor: 1, maxMs: 0, on: [] },
};
