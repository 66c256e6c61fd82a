import type { Auth, AuthData, ExchangeAuth, JwtAuth, OAuth2Auth } from '../../http/auth/auth.ts';
import { isSetting } from '../../http/auth/auth-settings.ts';
import { isRecord, withValueAt } from '../json-path.ts';
import type { MockAnswer, MockRequest } from '../mock-request.ts';
import { problem } from '../problem.ts';
import type { Credentials } from './credentials.ts';
import { isAuthorized, valueIn, type Lock } from './is-authorized.ts';
import { isSignedJwt } from './is-proven.ts';

/** How long a made-up token is good for, seconds. */
const LIFETIME = 3600;

type TokenAuth = OAuth2Auth | JwtAuth | ExchangeAuth;

/** The part of an auth for which tokens are asked; `undefined` where none are. */
export function tokenAuth(auth: Auth): TokenAuth | undefined {
  if (auth.kind === 'all') return auth.of.map(tokenAuth).find((found) => found !== undefined);
  if (auth.kind === 'jwt') return auth.token === undefined ? undefined : auth;
  return auth.kind === 'oauth2' || auth.kind === 'exchange' ? auth : undefined;
}

/** Answers a request for a token as the system would: with one that it takes from then on, or not. */
export async function answerToken(auth: TokenAuth, lock: Lock, request: MockRequest): Promise<MockAnswer> {
  const refused =
    auth.kind === 'oauth2'
      ? await refuseGrant(auth, lock.credentials, request)
      : auth.kind === 'jwt'
        ? await refuseAssertion(auth, lock.credentials, request)
        : refuseExchange(auth, lock, request);
  if (refused !== undefined)
    return auth.kind === 'exchange' ? problem(401, 'unauthorized', refused) : { status: 400, body: { error: refused } };
  const token = lock.tokens.issue(lock.system);
  if (auth.kind !== 'exchange')
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: LIFETIME } };
  return exchanged(auth, token);
}

/** The `error` of RFC 6749 section 5.2, or nothing. */
async function refuseGrant(
  auth: OAuth2Auth,
  credentials: Credentials,
  request: MockRequest,
): Promise<string | undefined> {
  const form = fieldsOf(request);
  if (!(await isClient(auth, credentials, request))) return 'invalid_client';
  const grant = auth.grant === 'clientCredentials' ? 'client_credentials' : 'refresh_token';
  if (form['grant_type'] !== grant) return 'unsupported_grant_type';
  if (grant === 'refresh_token' && form['refresh_token'] !== credentials[auth.refreshToken ?? ''])
    return 'invalid_grant';
  if (grant === 'client_credentials' && auth.scopes !== undefined && form['scope'] !== auth.scopes.join(' '))
    return 'invalid_scope';
  return agrees(auth.params ?? {}, form, credentials) ? undefined : 'invalid_request';
}

async function isClient(auth: OAuth2Auth, credentials: Credentials, request: MockRequest): Promise<boolean> {
  const form = fieldsOf(request);
  const id = valueIn(credentials, auth.clientId);
  const secret = auth.clientSecret === undefined ? undefined : valueIn(credentials, auth.clientSecret);
  if (auth.clientAuth === 'basic')
    return request.headers['authorization'] === `Basic ${Buffer.from(`${id}:${secret ?? ''}`).toString('base64')}`;
  if (form['client_id'] !== id) return false;
  if (auth.clientAuth === 'privateKeyJwt' && auth.signingKey !== undefined)
    return isSignedJwt(auth.signingKey, String(form['client_assertion']), credentials);
  return form['client_secret'] === secret;
}

async function refuseAssertion(
  auth: JwtAuth,
  credentials: Credentials,
  request: MockRequest,
): Promise<string | undefined> {
  const form = fieldsOf(request);
  if (form['grant_type'] !== 'urn:ietf:params:oauth:grant-type:jwt-bearer') return 'unsupported_grant_type';
  if (!(await isSignedJwt(auth, String(form['assertion']), credentials))) return 'invalid_grant';
  return agrees(auth.params ?? {}, form, credentials) ? undefined : 'invalid_request';
}

function refuseExchange(auth: ExchangeAuth, lock: Lock, request: MockRequest): string | undefined {
  if (request.method !== auth.method) return `a token is asked for with ${auth.method}`;
  if (auth.auth !== undefined && !isAuthorized(auth.auth, lock, request)) return 'the credentials are wrong';
  const headers = Object.fromEntries(
    Object.entries(auth.headers ?? {}).map(([name, ref]) => [name.toLowerCase(), ref]),
  );
  const right =
    agrees(headers, request.headers, lock.credentials) &&
    agrees(auth.query ?? {}, request.query, lock.credentials) &&
    (auth.body === undefined || agrees(auth.body.value, request.body, lock.credentials));
  return right ? undefined : 'the credentials are wrong';
}

function exchanged({ from, expiresIn, expiresAt }: ExchangeAuth, token: string): MockAnswer {
  let body: unknown = {};
  if (expiresIn !== undefined) body = withValueAt(body, expiresIn, LIFETIME);
  if (expiresAt !== undefined) body = withValueAt(body, expiresAt, '2099-01-01T00:00:00Z');
  if ('header' in from) return { status: 200, headers: { [from.header]: token }, body };
  return { status: 200, body: from.path.length === 0 ? token : withValueAt(body, from.path, token) };
}

/** Whether what was sent holds all that the spec says; a text with `{variables}`, whose values a mock does not know, may be any. */
function agrees(expected: AuthData, sent: unknown, credentials: Credentials): boolean {
  if (typeof expected === 'object' && expected !== null && !isList(expected)) {
    if (isSetting(expected))
      return expected.setting === ''
        ? agrees(expected.default ?? '', sent, credentials)
        : sent === valueIn(credentials, expected);
    return isRecord(sent) && Object.entries(expected).every(([name, inner]) => agrees(inner, sent[name], credentials));
  }
  if (isList(expected))
    return Array.isArray(sent) && expected.every((inner, index) => agrees(inner, sent[index], credentials));
  if (typeof expected === 'string' && /\{[^{}]*\}/.test(expected)) return sent !== undefined;
  return String(sent) === String(expected);
}

function isList(data: AuthData): data is readonly AuthData[] {
  return Array.isArray(data);
}

function fieldsOf({ body }: MockRequest): Readonly<Record<string, unknown>> {
  return isRecord(body) ? body : {};
}
