import { FatalError } from '../context/errors.ts';
import { credentialsFor } from './auth/credentials.ts';
import type { AuthContext, Signed } from './auth/scheme.ts';
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
  /** The same request to another target below the same origin, with the credentials that go in a query, and signed for it. */
  wireAt(target: Target): WireRequest | Promise<WireRequest>;
  /** Says that the credentials were refused. Absent: others would be the same. */
  readonly refused: (() => void) | undefined;
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
  context: AuthContext,
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

  const given = credentialsFor(system.auth, context);
  const credentials = given instanceof Promise ? await given : given;
  for (const [name, value] of Object.entries(credentials.headers ?? {})) setHeader(headers, name, value);
  for (const [name, value] of Object.entries(credentials.cookies ?? {})) setCookie(headers, name, value);
  const wireAt = ({ path, search }: Target): WireRequest | Promise<WireRequest> => {
    let whole = search;
    for (const [name, value] of Object.entries(credentials.query ?? {})) whole = setQueryParameter(whole, name, value);
    const { origin } = basis.base;
    const wire = {
      origin,
      path: whole === '' ? path : `${path}?${whole}`,
      method: request.method,
      headers: [...headers].flat(),
      body: body?.content,
    };
    const asked = { method: request.method, origin, path, search: whole, headers, body: body?.content };
    const signed = credentials.sign?.(asked);
    if (signed === undefined) return wire;
    return signed instanceof Promise ? signed.then((found) => withHeaders(wire, found)) : withHeaders(wire, signed);
  };
  const wire = wireAt(target);
  return {
    wire: wire instanceof Promise ? await wire : wire,
    path: target.path,
    secrets: credentials.secrets,
    echoes: credentials.query === undefined ? [] : echoesOf(credentials.query),
    wireAt,
    refused: credentials.refused,
  };
}

/** A wire's headers with those of a signature, each in place of the one of its name. */
function withHeaders(wire: WireRequest, signed: Signed): WireRequest {
  const headers: HeaderBag = new Map();
  for (let at = 0; at < wire.headers.length; at += 2) headers.set(wire.headers[at] ?? '', wire.headers[at + 1] ?? '');
  for (const [name, value] of Object.entries(signed)) setHeader(headers, name, value);
  return { ...wire, headers: [...headers].flat() };
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
