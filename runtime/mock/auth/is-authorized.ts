import { parse as parseCookie } from 'hono/utils/cookie';
import type { Auth, SettingRef } from '../../http/system.ts';
import type { MockRequest } from '../mock-request.ts';
import type { Credentials } from './credentials.ts';
import type { IssuedTokens } from './issued-tokens.ts';

/** What a mock system checks credentials against. */
export interface Lock {
  readonly system: string;
  readonly credentials: Credentials;
  readonly tokens: IssuedTokens;
  /** Whether the request is signed as it should be; asked for beforehand, since that takes its time. */
  readonly proven: boolean;
}

/** Whether a request carries the right credentials. */
export function isAuthorized(auth: Auth, lock: Lock, request: MockRequest): boolean {
  const { credentials, tokens, system } = lock;
  switch (auth.kind) {
    case 'none':
      return true;
    case 'bearer':
      return schemeValue(request, 'bearer') === (credentials[auth.secret] ?? '');
    case 'basic': {
      const user = valueIn(credentials, auth.username);
      const password = valueIn(credentials, auth.password);
      return schemeValue(request, 'basic') === Buffer.from(`${user}:${password}`).toString('base64');
    }
    case 'apiKey':
      return sentIn(auth, request) === `${auth.prefix ?? ''}${credentials[auth.secret] ?? ''}`;
    case 'oauth2':
      return tokens.takes(system, schemeValue(request, 'bearer') ?? '');
    case 'jwt':
      return auth.token === undefined ? lock.proven : tokens.takes(system, schemeValue(request, 'bearer') ?? '');
    case 'exchange': {
      const sent = sentIn(auth, request);
      return (
        typeof sent === 'string' && sent.startsWith(auth.prefix) && tokens.takes(system, sent.slice(auth.prefix.length))
      );
    }
    case 'signature':
    case 'awsSigV4':
    case 'oauth1':
      return lock.proven;
    case 'mtls':
      // The mock systems speak plain HTTP, so that there is no certificate to see.
      return true;
    case 'all':
      return auth.of.every((one) => isAuthorized(one, lock, request));
  }
}

/** What a 401 says about how to authenticate (RFC 9110, WWW-Authenticate). */
export function challenge(auth: Auth): string {
  switch (auth.kind) {
    case 'bearer':
      return 'Bearer realm="mock"';
    case 'oauth2':
    case 'jwt':
      return 'Bearer realm="mock", error="invalid_token"';
    case 'basic':
      return 'Basic realm="mock", charset="UTF-8"';
    case 'apiKey':
    case 'exchange':
      return `ApiKey realm="mock", in="${auth.in}", name="${auth.name}"`;
    case 'oauth1':
      return 'OAuth realm="mock"';
    case 'signature':
      return `Signature realm="mock", header="${auth.header}"`;
    case 'awsSigV4':
      return 'AWS4-HMAC-SHA256';
    case 'all':
      return auth.of.map(challenge).join(', ');
    case 'mtls':
    case 'none':
      return 'None';
  }
}

/** What a reference to a setting stands for. */
export function valueIn(credentials: Credentials, ref: SettingRef): string {
  return (ref.setting === '' ? ref.default : credentials[ref.setting]) ?? '';
}

/** The scheme of an Authorization header counts whatever its case (RFC 9110). */
function schemeValue({ headers }: Pick<MockRequest, 'headers'>, scheme: string): string | undefined {
  const found = /^(?<scheme>\S+) +(?<value>.*)$/u.exec(headers['authorization'] ?? '')?.groups;
  return found?.['scheme']?.toLowerCase() === scheme ? found['value'] : undefined;
}

/** What a request carries in a place. */
export function sentIn(
  { in: place, name }: { readonly in: 'header' | 'query' | 'cookie'; readonly name: string },
  request: Pick<MockRequest, 'headers' | 'query'>,
): unknown {
  switch (place) {
    case 'header':
      return request.headers[name.toLowerCase()];
    case 'query':
      return request.query[name];
    case 'cookie':
      return parseCookie(request.headers['cookie'] ?? '', name)[name];
  }
}
