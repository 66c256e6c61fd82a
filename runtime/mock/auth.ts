import { parse as parseCookie } from 'hono/utils/cookie';
import type { Auth } from '../http/system.ts';
import type { Credentials } from './credentials.ts';
import type { MockRequest } from './mock-request.ts';

/** Whether a request carries the right credentials. */
export function isAuthorized(auth: Auth, credentials: Credentials, request: MockRequest): boolean {
  switch (auth.kind) {
    case 'none':
      return true;
    case 'bearer':
      return hasScheme(request, 'bearer', credentials[auth.secret] ?? '');
    case 'basic': {
      const user = credentials[auth.username.setting] ?? '';
      const password = credentials[auth.password.setting] ?? '';
      return hasScheme(request, 'basic', Buffer.from(`${user}:${password}`).toString('base64'));
    }
    case 'apiKey':
      return sentKey(auth, request) === `${auth.prefix ?? ''}${credentials[auth.secret] ?? ''}`;
  }
}

/** What a 401 says about how to authenticate (RFC 9110, WWW-Authenticate). */
export function challenge(auth: Auth): string {
  switch (auth.kind) {
    case 'bearer':
      return 'Bearer realm="mock"';
    case 'basic':
      return 'Basic realm="mock", charset="UTF-8"';
    case 'apiKey':
      return `ApiKey realm="mock", in="${auth.in}", name="${auth.name}"`;
    case 'none':
      return 'None';
  }
}

/** The scheme of an Authorization header counts whatever its case (RFC 9110). */
function hasScheme(request: MockRequest, scheme: string, expected: string): boolean {
  const found = /^(?<scheme>\S+) +(?<value>.*)$/u.exec(request.headers['authorization'] ?? '');
  return found?.groups?.['scheme']?.toLowerCase() === scheme && found.groups['value'] === expected;
}

function sentKey(auth: Extract<Auth, { kind: 'apiKey' }>, request: MockRequest): unknown {
  switch (auth.in) {
    case 'header':
      return request.headers[auth.name.toLowerCase()];
    case 'query':
      return request.query[auth.name];
    case 'cookie':
      return parseCookie(request.headers['cookie'] ?? '', auth.name)[auth.name];
  }
}
