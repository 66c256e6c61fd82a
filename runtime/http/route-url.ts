import type { BaseUrl, Location } from './base-url.ts';

/** Where a link leads: path and query below the base URL's origin, or the foreign origin that it names. */
export type Route = { readonly path: string; readonly search: string } | { readonly foreign: string };

/**
 * Decides whether a link that a system gave may be followed with the system's credentials: on the origin of the base
 * URL, or, where a setting replaced the base URL, on the declared origin, which then leads to the replacement.
 * A relative link is resolved against `from`, the path of the request that it came from.
 */
export function routeUrl(base: BaseUrl, link: string, from: string): Route {
  const url = URL.parse(link, `${base.origin}${from}`);
  if (url === null) return { foreign: 'an invalid URL' };
  const search = url.search.slice(1);
  if (url.username !== '' || url.password !== '') return { foreign: 'a URL with credentials' };
  if (url.origin === base.origin) return { path: url.pathname, search };
  if (base.declared !== undefined && url.origin === base.declared.origin)
    return { path: moved(url.pathname, base.declared, base), search };
  return { foreign: url.origin === 'null' ? url.protocol : url.origin };
}

function moved(path: string, from: Location, to: Location): string {
  const below = path === from.path || path.startsWith(`${from.path}/`);
  return below ? to.path + path.slice(from.path.length) : path;
}
