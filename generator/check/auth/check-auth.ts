import type { Auth as RuntimeAuth } from '@flowright/runtime';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { Auth, SystemAuth } from '../../spec/types.ts';
import { exchangeAuth } from './exchange-auth.ts';
import { jwtAuth } from './jwt-auth.ts';
import { oauth2Auth } from './oauth2-auth.ts';
import { awsAuth, mtlsAuth, oauth1Auth } from './other-auth.ts';
import { settingOf, type AuthScope } from './settings.ts';
import { signatureAuth } from './signature-auth.ts';

/** What a spec says of authentication, as the runtime takes it. Parts that do not go together are reported. */
export function checkAuth(auth: SystemAuth | undefined, at: SpecPath, scope: AuthScope): RuntimeAuth {
  if (auth === undefined) return { kind: 'none' };
  if (!isList(auth)) return oneAuth(auth, at, scope);
  const [only, ...others] = auth;
  if (only !== undefined && others.length === 0) return oneAuth(only, [...at, 0], scope);
  const checked = auth.map((one, index) => oneAuth(one, [...at, index], scope));
  for (const [index, { kind }] of checked.entries()) {
    // Requests have one place for either, and tokens are kept by their kind.
    if (kind !== 'apiKey' && checked.slice(0, index).some((other) => other.kind === kind))
      scope.report.add('FR2017', { part: kind, owner: "an 'auth' that has it already", fix: 'leave one of them out' }, [
        ...at,
        index,
      ]);
  }
  return { kind: 'all', of: checked };
}

function oneAuth(auth: Auth, at: SpecPath, scope: AuthScope): RuntimeAuth {
  if ('none' in auth) return { kind: 'none' };
  if ('bearer' in auth) return { kind: 'bearer', secret: auth.bearer.secret };
  if ('basic' in auth)
    return { kind: 'basic', username: settingOf(auth.basic.username), password: settingOf(auth.basic.password) };
  if ('oauth2' in auth) return oauth2Auth(auth.oauth2, [...at, 'oauth2'], scope);
  if ('jwt' in auth) return jwtAuth(auth.jwt, [...at, 'jwt'], scope);
  if ('exchange' in auth)
    return exchangeAuth(auth.exchange, [...at, 'exchange'], scope, (proof, where) => oneAuth(proof, where, scope));
  if ('signature' in auth) return signatureAuth(auth.signature, [...at, 'signature'], scope);
  if ('awsSigV4' in auth) return awsAuth(auth.awsSigV4, [...at, 'awsSigV4'], scope);
  if ('oauth1' in auth) return oauth1Auth(auth.oauth1, scope);
  if ('mtls' in auth) return mtlsAuth(auth.mtls, scope);
  return apiKeyAuth(auth.apiKey);
}

function apiKeyAuth(apiKey: Extract<Auth, { apiKey: unknown }>['apiKey']): RuntimeAuth {
  if ('header' in apiKey)
    return {
      kind: 'apiKey',
      in: 'header',
      name: apiKey.header,
      ...(apiKey.prefix !== undefined && { prefix: apiKey.prefix }),
      secret: apiKey.secret,
    };
  if ('query' in apiKey) return { kind: 'apiKey', in: 'query', name: apiKey.query, secret: apiKey.secret };
  return { kind: 'apiKey', in: 'cookie', name: apiKey.cookie, secret: apiKey.secret };
}

function isList(auth: SystemAuth): auth is Auth[] {
  return Array.isArray(auth);
}
