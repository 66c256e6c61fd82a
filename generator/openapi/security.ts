import type { System } from '../spec/types.ts';
import { below, items, members, textOf, type Node, type OpenApiDocument } from './document.ts';
import { settingOf } from './names.ts';
import type { Tell } from './remark.ts';

type Auth = NonNullable<System['auth']>;

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
  const oauth = names.find((name) => /^(?:oauth2|openIdConnect)$/.test(typeOf(schemes.get(name))));
  if (oauth === undefined) {
    tell(`no credentials come of the security schemes ${names.join(', ')}`);
    return undefined;
  }
  tell(`'${oauth}' is taken as a bearer token, which somebody else fetches and refreshes`);
  return { bearer: { secret: settingOf(system, 'token') } };
}

/** The headers and query parameters that carry credentials: `header x-api-key`. */
export function credentialsOf(auth: Auth | undefined): ReadonlySet<string> {
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
