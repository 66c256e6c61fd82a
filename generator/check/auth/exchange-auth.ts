import type { Auth as RuntimeAuth, AuthData, ExchangeAuth } from '@flowright/runtime';
import type { SpecPath } from '../../diagnostics/place.ts';
import { parsePath, plainPath } from '../../expression/path.ts';
import type { Auth, ExchangeAuth as Exchange } from '../../spec/types.ts';
import { milliseconds } from '../duration.ts';
import { checkedValues, checkText, tokenEndpoint, type AuthScope } from './settings.ts';

type PlainPath = readonly (string | number)[];

/** Kinds that prove who asks for a token without asking for one themselves. */
const PROOFS: ReadonlySet<string> = new Set(['none', 'apiKey', 'basic', 'bearer', 'jwt']);

export function exchangeAuth(
  exchange: Exchange,
  at: SpecPath,
  scope: AuthScope,
  checkProof: (auth: Auth, at: SpecPath) => RuntimeAuth,
): ExchangeAuth {
  const { report } = scope;
  const { url, method = 'POST', auth, headers, query, json, form, token, lifetime } = exchange;
  if (json !== undefined && form !== undefined)
    report.add(
      'FR2017',
      { part: 'form', owner: "a request with 'json'", fix: 'leave one of them out' },
      [...at, 'form'],
      {
        on: 'key',
      },
    );
  const proof = auth && checkProof(auth, [...at, 'auth']);
  if (proof !== undefined && (!PROOFS.has(proof.kind) || ('token' in proof && proof.token !== undefined)))
    report.add(
      'FR2017',
      {
        part: proof.kind,
        owner: 'a request for a token',
        fix: 'apiKey, basic, bearer, or a jwt without tokenUrl can prove who asks',
      },
      [...at, 'auth'],
    );
  const path = (name: 'expiresIn' | 'expiresAt'): PlainPath | undefined =>
    exchange[name] === undefined ? undefined : checkPath(exchange[name], [...at, name], scope);
  const expiresIn = path('expiresIn');
  const expiresAt = path('expiresAt');
  return {
    kind: 'exchange',
    token: tokenEndpoint(url, [...at, 'url'], scope),
    method,
    ...(proof !== undefined && { auth: proof }),
    ...(headers !== undefined && { headers: checkedValues(headers, [...at, 'headers'], scope) }),
    ...(query !== undefined && { query: checkedValues(query, [...at, 'query'], scope) }),
    ...(json !== undefined && { body: { as: 'json', value: dataOf(json, [...at, 'json'], scope) } }),
    ...(form !== undefined && { body: { as: 'form', value: checkedValues(form, [...at, 'form'], scope) } }),
    from:
      typeof token === 'string'
        ? { path: checkPath(token, [...at, 'token'], scope) ?? [] }
        : { header: token.header.toLowerCase() },
    ...(expiresIn !== undefined && { expiresIn }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(lifetime !== undefined && { lifetimeMs: milliseconds(lifetime) }),
    ...placeOf(exchange.send),
  };
}

function placeOf(send: Exchange['send']): Pick<ExchangeAuth, 'in' | 'name' | 'prefix'> {
  if (send === undefined) return { in: 'header', name: 'Authorization', prefix: 'Bearer ' };
  if ('header' in send) return { in: 'header', name: send.header, prefix: send.prefix ?? '' };
  return 'query' in send
    ? { in: 'query', name: send.query, prefix: '' }
    : { in: 'cookie', name: send.cookie, prefix: '' };
}

/** The model of the answer is nobody's business, so that a path only has to lead somewhere. */
function checkPath(text: string, at: SpecPath, { report }: AuthScope): PlainPath | undefined {
  const path = parsePath(text);
  const plain = 'problem' in path ? undefined : plainPath(path);
  if (plain === undefined)
    report.add('FR2010', { found: `'${text}'`, fix: 'name the place of one value: data.access_token' }, at);
  return plain;
}

function dataOf(data: unknown, at: SpecPath, scope: AuthScope): AuthData {
  if (typeof data === 'string') {
    checkText(data, at, scope);
    return data;
  }
  if (typeof data === 'number' || typeof data === 'boolean') return data;
  if (typeof data !== 'object' || data === null) return null;
  if (Array.isArray(data)) return data.map((item, index) => dataOf(item, [...at, index], scope));
  const { secret, ...rest }: { readonly secret?: unknown } = data;
  if (typeof secret === 'string' && Object.keys(rest).length === 0) return { setting: secret };
  return Object.fromEntries(Object.entries(data).map(([name, inner]) => [name, dataOf(inner, [...at, name], scope)]));
}
