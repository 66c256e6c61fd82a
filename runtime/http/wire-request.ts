import { FatalError } from '../context/errors.ts';
import type { Settings } from '../settings/settings.ts';
import { credentialsFor } from './auth/credentials.ts';
import type { BaseUrl } from './base-url.ts';
import { encodeBody } from './body/encode-body.ts';
import { BodyError, type Payload } from './body/payload.ts';
import { acceptedEncodings } from './decode-body.ts';
import type { WireRequest } from './exchange.ts';
import { echoesOf } from './hide-echoes.ts';
import { type HeaderBag, setHeader } from './header-bag.ts';
import { encodeQuery, setQueryParameter } from './query.ts';
import { routeUrl } from './route-url.ts';
import type { SystemDefinition } from './system.ts';
import type { ApiRequest } from './transport.ts';
import { runtimeVersion } from './version.ts';

/** What a system's requests have in common, worked out once. */
export interface SystemBasis {
  readonly base: BaseUrl;
  readonly headers: HeaderBag;
}

/** A request with its credentials in it, and what of it must not be told. */
export interface Prepared {
  readonly wire: WireRequest;
  /** The wire's path without query; it may hold a secret. */
  readonly path: string;
  readonly secrets: readonly string[];
  /** Credentials as they would come back in a link: `api_key=…`. */
  readonly echoes: readonly string[];
  /** Path and query of a request below the same origin, with the credentials that go in a query. */
  pathWith(target: Target): string;
}

interface Target {
  readonly path: string;
  readonly search: string;
}

/** Puts a request together. `FatalError` where it cannot be sent as stated: a next link to a foreign origin, a header with a line break. */
export async function prepareRequest(
  system: SystemDefinition,
  request: ApiRequest<unknown>,
  basis: SystemBasis,
  settings: Settings,
  nextKey: () => string,
): Promise<Prepared> {
  const target = targetOf(system, request, basis.base);
  const headers: HeaderBag = new Map([
    ['accept', 'application/json'],
    ['accept-encoding', acceptedEncodings],
    ['user-agent', `flowright/${runtimeVersion}`],
    ...basis.headers,
  ]);
  const payload = request.body === undefined ? undefined : payloadOf(system, request);
  // JSON, which is most of them, is at hand; a turn of the queue costs as much as all of the rest.
  const body = payload instanceof Promise ? await payload : payload;
  if (body !== undefined && !headers.has('content-type')) headers.set('content-type', body.contentType);
  for (const [name, value] of Object.entries(request.headers ?? {}))
    if (value !== undefined) setHeader(headers, name, value);
  if (request.idempotencyHeader !== undefined) setHeader(headers, request.idempotencyHeader, nextKey());

  const given = credentialsFor(system.auth, settings);
  const credentials = given instanceof Promise ? await given : given;
  for (const [name, value] of Object.entries(credentials.headers ?? {})) setHeader(headers, name, value);
  for (const [name, value] of Object.entries(credentials.cookies ?? {})) setCookie(headers, name, value);
  const pathWith = ({ path, search }: Target): string => {
    let signed = search;
    for (const [name, value] of Object.entries(credentials.query ?? {}))
      signed = setQueryParameter(signed, name, value);
    return signed === '' ? path : `${path}?${signed}`;
  };
  return {
    wire: {
      origin: basis.base.origin,
      path: pathWith(target),
      method: request.method,
      headers: [...headers].flat(),
      body: body?.content,
    },
    path: target.path,
    secrets: credentials.secrets,
    echoes: credentials.query === undefined ? [] : echoesOf(credentials.query),
    pathWith,
  };
}

function targetOf(system: SystemDefinition, request: ApiRequest<unknown>, base: BaseUrl): Target {
  const own = base.path + (request.path === '' || request.path.startsWith('/') ? request.path : `/${request.path}`);
  const path = own === '' ? '/' : own;
  if (request.url !== undefined) {
    const route = routeUrl(base, request.url, path);
    if (!('foreign' in route)) return route;
    const message = `${system.id}.${request.operation}: the next link leads to ${route.foreign} instead of ${base.origin}; it is not followed, since the credentials would go there`;
    throw new FatalError('provider_error', message, { system: system.id, operation: request.operation });
  }
  if (/[^\x21-\x7e]|[?#\\]/.test(path)) {
    throw new FatalError('invalid_input', `${system.id}.${request.operation}: the path is not percent-encoded`, {
      system: system.id,
      operation: request.operation,
    });
  }
  return { path, search: request.query === undefined ? '' : encodeQuery(request.query) };
}

function payloadOf(system: SystemDefinition, request: ApiRequest<unknown>): Payload | Promise<Payload> {
  const refuse = (error: unknown): never => {
    if (!(error instanceof BodyError)) throw error;
    throw new FatalError('invalid_input', `${system.id}.${request.operation}: the request body ${error.message}`, {
      system: system.id,
    });
  };
  try {
    const payload = encodeBody(request.bodyKind ?? 'json', request.body, request);
    return payload instanceof Promise ? payload.catch(refuse) : payload;
  } catch (error) {
    return refuse(error);
  }
}

/** RFC 6265 section 4.1.1: a cookie's value has neither blank, comma, semicolon, quote nor backslash. */
function setCookie(headers: HeaderBag, name: string, value: string): void {
  if (!/^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(value)) {
    throw new FatalError(
      'invalid_input',
      `the value of the cookie '${name}' holds a character that a cookie cannot carry`,
    );
  }
  const others = headers.get('cookie');
  setHeader(headers, 'cookie', `${others === undefined ? '' : `${others}; `}${name}=${value}`);
}
