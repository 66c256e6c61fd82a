import { isProven } from './auth/is-proven.ts';
import { queryKeys } from './auth/carriers.ts';
import type { Credentials } from './auth/credentials.ts';
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
  /** What it is signed with, where the system asks for a signature, is right. */
  readonly proven: boolean;
}

/** Takes a request to the server apart; `target` is its path and query as they were sent, which a `Request` encodes anew. `undefined` for a method that no API has (TRACE, PROPFIND). */
export async function readIncoming(
  raw: Request,
  systems: readonly MockSystem[],
  origin: string,
  credentials: Credentials,
  target: string,
): Promise<Incoming | undefined> {
  if (!isMethod(raw.method)) return undefined;
  const url = new URL(raw.url);
  const system = systems.find(({ id }) => url.pathname === `/${id}` || url.pathname.startsWith(`/${id}/`));
  const base = system === undefined ? undefined : baseOf(system, url.pathname);
  const below =
    system === undefined || base === undefined ? undefined : pathBelow(url.pathname, `/${system.id}${base}`);
  const proven = system === undefined || (await proves(raw, system, credentials, target));
  const request: MockRequest = {
    method: raw.method,
    path: below ?? url.pathname,
    ...(base !== undefined && { basePath: base }),
    params: {},
    query: readQuery(url.searchParams),
    headers: Object.fromEntries(raw.headers),
    url: withoutCredentials(new URL(url.pathname + url.search, origin), system),
    ...(await readBody(raw)),
  };
  return { ...(system !== undefined && { system }), inBase: below !== undefined, request, proven };
}

/** Looks at the bytes as they came, before anything is made of them. */
async function proves(raw: Request, { auth }: MockSystem, credentials: Credentials, target: string): Promise<boolean> {
  if (auth.kind === 'none') return true;
  const [path = '', search = ''] = target.split(/\?(.*)/s);
  return isProven(
    auth,
    {
      method: raw.method,
      origin: `http://${raw.headers.get('host') ?? ''}`,
      path,
      search,
      headers: new Map(raw.headers),
      body: raw.body === null ? undefined : new Uint8Array(await raw.clone().arrayBuffer()),
    },
    credentials,
  );
}

/** The longest base path of the system, or of one of its endpoints, that the path is below. */
function baseOf({ id, basePath, endpoints }: MockSystem, path: string): string | undefined {
  const bases = new Set([basePath, ...endpoints.flatMap((endpoint) => endpoint.basePath ?? [])]);
  return [...bases]
    .toSorted((one, other) => other.length - one.length)
    .find((base) => pathBelow(path, `/${id}${base}`) !== undefined);
}

function pathBelow(path: string, base: string): string | undefined {
  if (path === base) return '/';
  return path.startsWith(`${base}/`) ? path.slice(base.length) : undefined;
}

/** Next URLs are made of this one, and no API puts a key into those. */
function withoutCredentials(url: URL, system: MockSystem | undefined): string {
  for (const name of queryKeys(system?.auth ?? { kind: 'none' })) url.searchParams.delete(name);
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
