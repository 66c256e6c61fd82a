import type { Method } from '../http/transport.ts';
import type { MockSystem } from './definition.ts';
import type { MockRequest } from './mock-request.ts';
import { readBody } from './request-body.ts';

const methods: ReadonlySet<string> = new Set<Method>(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** A request with the system that it is for. */
export interface Incoming {
  readonly system?: MockSystem;
  /** Whether the path is below the system's base path; `request.path` is the whole path where it is not. */
  readonly inBase: boolean;
  readonly request: MockRequest;
}

/** Takes a request to the server apart. `undefined` for a method that no API has (TRACE, PROPFIND). */
export async function readIncoming(
  raw: Request,
  systems: readonly MockSystem[],
  origin: string,
): Promise<Incoming | undefined> {
  if (!isMethod(raw.method)) return undefined;
  const url = new URL(raw.url);
  const system = systems.find(({ id }) => url.pathname === `/${id}` || url.pathname.startsWith(`/${id}/`));
  const below = system === undefined ? undefined : pathBelow(url.pathname, `/${system.id}${system.basePath}`);
  const request: MockRequest = {
    method: raw.method,
    path: below ?? url.pathname,
    params: {},
    query: readQuery(url.searchParams),
    headers: Object.fromEntries(raw.headers),
    url: withoutCredentials(new URL(url.pathname + url.search, origin), system),
    ...(await readBody(raw)),
  };
  return { ...(system !== undefined && { system }), inBase: below !== undefined, request };
}

function pathBelow(path: string, base: string): string | undefined {
  if (path === base) return '/';
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

/** Next URLs are made of this one, and no API puts a key into those. */
function withoutCredentials(url: URL, system: MockSystem | undefined): string {
  if (system?.auth.kind === 'apiKey' && system.auth.in === 'query') url.searchParams.delete(system.auth.name);
  return url.href;
}

function readQuery(parameters: URLSearchParams): MockRequest['query'] {
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const [first = '', ...more] = parameters.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}

function isMethod(method: string): method is Method {
  return methods.has(method);
}
