import type { Method } from '../http/transport.ts';
import type { RequestPlace } from './definition.ts';
import { valueAt } from './json-path.ts';

/** A request to one mock system, taken apart. */
export interface MockRequest {
  readonly method: Method;
  /** Below the base path, percent-encoded, without the query. */
  readonly path: string;
  /** The base path that the request is below. */
  readonly basePath?: string;
  /** Values of the path template, percent-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The body claims to be JSON and is not; `body` is its text then. */
  readonly malformed?: boolean;
  /** Absolute, with the query but for credentials, on the mock's own address. */
  readonly url: string;
}

/** What is answered to a request; `body` is sent as JSON. */
export interface MockAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The value at a place of a request; `undefined` where it is absent or null. */
export function requestValue(request: MockRequest, place: RequestPlace): unknown {
  return valueAt(partOf(request, place), placePath(place)) ?? undefined;
}

function partOf(request: MockRequest, place: RequestPlace): unknown {
  switch (place.in) {
    case 'path':
      return request.params;
    case 'query':
      return request.query;
    case 'header':
      return request.headers;
    case 'body':
      return request.body;
  }
}

function placePath(place: RequestPlace): RequestPlace['path'] {
  return place.in === 'header' ? place.path.map((name) => String(name).toLowerCase()) : place.path;
}
