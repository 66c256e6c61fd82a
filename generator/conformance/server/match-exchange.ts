import { isDeepStrictEqual } from 'node:util';
import type { Exchange } from '../cases/recorded-case.ts';
import type { ReceivedRequest } from './received-request.ts';

/**
 * The exchange that a request means: by method, decoded path and query (in any order); of several the one whose body fits,
 * else the one that says nothing of its body. Never by position: calls may be concurrent.
 */
export function matchExchange(exchanges: readonly Exchange[], request: ReceivedRequest): Exchange | undefined {
  const fitting = exchanges.filter(
    (one) =>
      one.method.toUpperCase() === request.method &&
      decoded(one.path) === request.path &&
      isDeepStrictEqual(pairsOf(one.query), [...request.query].map(asPair).toSorted()),
  );
  if (fitting.length < 2) return fitting[0];
  return (
    fitting.find((one) => saysBody(one) && bodyFits(one, request.body)) ??
    fitting.find((one) => !saysBody(one)) ??
    fitting[0]
  );
}

/** Why a request that means this exchange is not as it was recorded; `undefined` where it is. */
export function requestDifference(exchange: Exchange, request: ReceivedRequest): string | undefined {
  for (const [name, expected] of Object.entries(exchange.requestHeaders)) {
    const sent = request.headers[name.toLowerCase()];
    const value = typeof sent === 'object' ? sent.join(', ') : sent;
    if (value !== expected && !(name.toLowerCase() === 'content-type' && mediaType(value) === mediaType(expected)))
      return `header ${name} is ${JSON.stringify(value ?? null)}, not ${JSON.stringify(expected)}`;
  }
  if (saysBody(exchange) && !bodyFits(exchange, request.body))
    return `body is ${shown(request.body)}, not ${JSON.stringify(exchange.requestBody ?? exchange.requestBodyContains)}`;
  const none = exchange.requestBody === undefined && exchange.requestBodyContains === undefined;
  if (none && exchange.requestBodyRecorded !== false && request.body.length > 0)
    return `body is ${shown(request.body)}, but none was recorded`;
  return undefined;
}

function saysBody({ requestBody, requestBodyContains }: Exchange): boolean {
  return (requestBody !== undefined && requestBody !== null) || requestBodyContains !== undefined;
}

function bodyFits({ requestBody, requestBodyContains, requestBodyMatch }: Exchange, body: Buffer): boolean {
  const text = body.toString('utf8');
  if (requestBodyContains?.every((part) => text.includes(part)) === false) return false;
  if (requestBody === undefined || requestBody === null) return true;
  if (typeof requestBody === 'string' && text === requestBody) return true;
  const value = parsed(text);
  return requestBodyMatch === 'subset' ? isSubset(requestBody, value) : isDeepStrictEqual(requestBody, value);
}

/** Whether everything in `part` is in `whole`, which may have further members. */
function isSubset(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return part === whole;
  if (typeof whole !== 'object' || whole === null || Array.isArray(part) !== Array.isArray(whole)) return false;
  const members = new Map<string, unknown>(Object.entries(whole));
  return Object.entries(part).every(([name, value]) => members.has(name) && isSubset(value, members.get(name)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function pairsOf(query: Exchange['query']): readonly string[] {
  return Object.entries(query)
    .flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map((one) => asPair([name, one])))
    .toSorted();
}

function asPair([name, value]: readonly [string, string]): string {
  return JSON.stringify([name, value]);
}

/** Percent-decoded; as it is where it cannot be. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function mediaType(value: string | undefined): string | undefined {
  return value?.split(';')[0]?.trim().toLowerCase();
}

function shown(body: Buffer): string {
  const text = body.toString('utf8');
  return text.length > 200 ? `${text.slice(0, 200)}…` : text === '' ? 'empty' : text;
}
