import type { Auth, System } from '../spec/types.ts';
import { below, items, members, textOf, type Node, type OpenApiDocument } from './document.ts';
import { settingOf } from './names.ts';
import type { Tell } from './remark.ts';

/** How a system asks for credentials: the first of the document's ways that the spec language knows. */
export function authOf(
  document: OpenApiDocument,
  operations: readonly { readonly node: Node }[],
  system: string,
  tell: Tell,
): Auth | undefined {
  const schemes = new Map(
    members(below(below(document.root, 'components'), 'securitySchemes')).map(
      ([name, node]) => [name, document.follow(node)] as const,
    ),
  );
  const requirements = [below(document.root, 'security'), ...operations.map(({ node }) => below(node, 'security'))];
  const asked = requirements.flatMap(items).flatMap((one) => members(one).map(([name]) => name));
  const names = [...new Set(asked.length > 0 ? asked : schemes.keys())].filter((name) => schemes.has(name));
  if (names.length === 0) return undefined;
  for (const name of names) {
    const auth = schemeAuth(schemes.get(name), system);
    if (auth !== undefined) return auth;
  }
  for (const name of names) {
    const auth = oauthOf(schemes.get(name), scopesOf(name, requirements));
    if (auth !== undefined) return auth;
  }
  const oauth = names.find((name) => /^(?:oauth2|openIdConnect)$/.test(typeOf(schemes.get(name))));
  if (oauth === undefined) {
    tell(`no credentials come of the security schemes ${names.join(', ')}`);
    return undefined;
  }
  tell(`'${oauth}' is taken as a bearer token, which somebody else fetches and refreshes`);
  return { bearer: { secret: settingOf(system, 'token') } };
}

/** What the first requirement that names the scheme asks for. */
function scopesOf(scheme: string, requirements: readonly Node[]): readonly string[] {
  const lists = requirements
    .flatMap(items)
    .map((one) => items(below(one, scheme)).flatMap((scope) => textOf(scope) ?? []));
  return lists.find((scopes) => scopes.length > 0) ?? [];
}

/** An OAuth scheme whose token URL is known: that of the integration itself before that of a person. */
function oauthOf(scheme: Node | undefined, scopes: readonly string[]): Auth | undefined {
  if (scheme === undefined) return undefined;
  const flows = below(scheme, 'flows');
  for (const grant of ['clientCredentials', 'authorizationCode'] as const) {
    const flow = below(flows, grant);
    const tokenUrl = textOf(below(flow, 'tokenUrl'));
    const authorizeUrl = textOf(below(flow, 'authorizationUrl'));
    if (tokenUrl === undefined || !/^https?:\/\/[^{]*$/.test(tokenUrl)) continue;
    const asked = scopes.length > 0 && { scopes: [...scopes] };
    if (grant === 'clientCredentials') return { oauth2: { grant, tokenUrl, ...asked } };
    if (authorizeUrl !== undefined && /^https?:\/\/[^{]*$/.test(authorizeUrl))
      return { oauth2: { grant, tokenUrl, authorizeUrl, ...asked } };
  }
  return undefined;
}

/** The headers and query parameters that carry credentials: `header x-api-key`. */
export function credentialsOf(auth: System['auth']): ReadonlySet<string> {
  if (Array.isArray(auth)) return new Set(auth.flatMap((one) => [...credentialsOf(one)]));
  if (auth === undefined || !('apiKey' in auth)) return new Set();
  const { apiKey } = auth;
  if ('header' in apiKey) return new Set([`header ${apiKey.header.toLowerCase()}`]);
  if ('query' in apiKey) return new Set([`query ${apiKey.query.toLowerCase()}`]);
  return new Set([`cookie ${apiKey.cookie.toLowerCase()}`]);
}

function typeOf(scheme: Node | undefined): string {
  return scheme === undefined ? '' : (textOf(below(scheme, 'type')) ?? '');
}

function schemeAuth(scheme: Node | undefined, system: string): Auth | undefined {
  if (scheme === undefined) return undefined;
  const name = textOf(below(scheme, 'name'));
  if (typeOf(scheme) === 'http') {
    const kind = textOf(below(scheme, 'scheme'))?.toLowerCase();
    if (kind === 'bearer') return { bearer: { secret: settingOf(system, 'token') } };
    if (kind !== 'basic') return undefined;
    return {
      basic: {
        username: { secret: settingOf(system, 'username') },
        password: { secret: settingOf(system, 'password') },
      },
    };
  }
  if (typeOf(scheme) !== 'apiKey' || name === undefined) return undefined;
  const secret = settingOf(system, 'apiKey');
  switch (textOf(below(scheme, 'in'))) {
    case 'header':
      return { apiKey: { header: name, secret } };
    case 'query':
      return { apiKey: { query: name, secret } };
    case 'cookie':
      return { apiKey: { cookie: name, secret } };
    default:
      return undefined;
  }
}
