import type { JwtAuth } from '@flowright/runtime';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { JwtAuth as Jwt } from '../../spec/types.ts';
import { milliseconds } from '../duration.ts';
import { checkedValues, tokenEndpoint, type AuthScope } from './settings.ts';
import { signingKey } from './signing-key.ts';

export function jwtAuth(jwt: Jwt, at: SpecPath, scope: AuthScope): JwtAuth {
  const { report } = scope;
  const { tokenUrl, params, header, prefix } = jwt;
  for (const part of ['header', 'prefix'] as const) {
    if (tokenUrl !== undefined && jwt[part] !== undefined)
      report.add(
        'FR2017',
        {
          part,
          owner: "a JWT that is exchanged at a 'tokenUrl'",
          fix: 'leave it out: requests carry the access token',
        },
        [...at, part],
        { on: 'key' },
      );
  }
  if (params !== undefined && tokenUrl === undefined)
    report.add('FR2015', { what: "'params'", needs: "'tokenUrl'" }, [...at, 'params'], { on: 'key' });
  return {
    kind: 'jwt',
    ...signingKey(jwt.key, jwt, at, scope),
    claims: checkedValues(jwt.claims, [...at, 'claims'], scope, ['keyFingerprint']),
    lifetimeMs: milliseconds(jwt.lifetime ?? '1h'),
    ...(tokenUrl !== undefined && { token: tokenEndpoint(tokenUrl, [...at, 'tokenUrl'], scope) }),
    ...(params !== undefined && { params: checkedValues(params, [...at, 'params'], scope) }),
    header: header ?? 'Authorization',
    prefix: prefix ?? (header === undefined ? 'Bearer ' : ''),
  };
}
