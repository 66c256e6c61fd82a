import { isRecord } from '../../../data/is-record.ts';
import type { FailureCode } from '../failure-code.ts';

/** What went wrong with one attempt. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly fatal: boolean;
  /** Whether the same may succeed when it is tried again. */
  readonly again: boolean;
  /** Milliseconds that the server asks to wait before that. */
  readonly wait?: number;
  /** The HTTP status, where the answer was nothing else. */
  readonly status?: number;
}

/** Errors of the system that say that nobody is there, now or in a second. */
const UNREACHABLE: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ERR_INVALID_URL']);

/** Kinds of errors in the middle of an answer that are the server's, not ours. */
const SERVER: ReadonlySet<unknown> = new Set(['overloaded_error', 'api_error', 'timeout_error', 'rate_limit_error']);

/** Milliseconds that are worth a word. */
const LONG = 60_000;

/** Puts whatever an attempt threw into words. Looks at fields, not at classes: the client's are loaded lazily. */
export function failureOf(error: unknown, now: number): Failure {
  if (!isObject(error)) return broken(String(error));
  const name = 'name' in error ? String(error.name) : '';
  const kind = constructorName(error);
  if (kind === 'APIUserAbortError' || name === 'AbortError')
    return { code: 'FR7307', message: 'the question was stopped', fatal: true, again: false };
  if (kind === 'APIConnectionTimeoutError') return lost('no answer came in time');
  const status = 'status' in error && typeof error.status === 'number' ? error.status : undefined;
  if (status !== undefined) return ofStatus(status, said(error), headersOf(error), now);
  if ('type' in error && typeof error.type === 'string' && isRecord('error' in error ? error.error : undefined))
    return inTheMiddle(error.type, said(error));
  const system = systemCode(error);
  if (UNREACHABLE.has(system))
    return { code: 'FR7305', message: `nobody answers at the address (${String(system)})`, fatal: true, again: false };
  // fetch refuses some ports whoever listens there, and says so in words only.
  if (rootOf(error) === 'bad port')
    return { code: 'FR7305', message: 'no client may ask at this port', fatal: true, again: false };
  if (error instanceof SyntaxError) return broken('its JSON is broken');
  if (kind === 'APIConnectionError' || system !== undefined || error instanceof TypeError)
    return lost('the connection was cut');
  return broken(
    'message' in error && typeof error.message === 'string' ? firstLine(error.message) : 'it cannot be read',
  );
}

/** The connection was there, and is no more, or never answered. */
export function lost(message: string): Failure {
  return { code: 'FR7305', message, fatal: false, again: true };
}

/** Something came that is no answer. */
export function broken(what: string): Failure {
  return {
    code: 'FR7306',
    message: `what came back is no answer of the Messages API: ${what}`,
    fatal: false,
    again: true,
  };
}

function ofStatus(status: number, words: string, headers: Headers | undefined, now: number): Failure {
  const told = `${status}${words === '' ? '' : `: ${words}`}`;
  if (status === 401 || status === 403)
    return { code: 'FR7302', message: `the key was refused (${told})`, fatal: true, again: false };
  if (status === 429 || status === 408 || status === 409 || status >= 500) {
    const wait = waitOf(headers, now);
    const again = headers?.get('x-should-retry') !== 'false';
    const what = status === 429 ? 'there were too many requests' : 'the server could not answer';
    const later = wait !== undefined && wait > LONG ? `; it asks to wait ${Math.ceil(wait / 1000)} s` : '';
    return {
      code: 'FR7304',
      message: `${what} (${told})${later}`,
      fatal: false,
      again,
      status,
      ...(wait !== undefined && { wait }),
    };
  }
  // An unknown model or a lack of credit is the same for the next gap; a prompt that is too long is not.
  const fatal = status === 404 || status === 402 || /credit balance|billing/i.test(words);
  return { code: 'FR7303', message: `the request was refused (${told})`, fatal, again: false };
}

function inTheMiddle(type: string, words: string): Failure {
  const message = `the answer ended in an error (${type}${words === '' ? '' : `: ${words}`})`;
  if (SERVER.has(type)) return { code: 'FR7304', message, fatal: false, again: true };
  return { code: 'FR7303', message, fatal: false, again: false };
}

/** Milliseconds of `retry-after-ms` or `retry-after`, which has seconds or a date. */
function waitOf(headers: Headers | undefined, now: number): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const after = headers?.get('retry-after');
  if (after === null || after === undefined) return undefined;
  const wait = /^\s*\d+(?:\.\d+)?\s*$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** The server's own words, of one line, without anything that steers a terminal. */
function said(error: object): string {
  const outer = 'error' in error ? error.error : undefined;
  const inner = isRecord(outer) && isRecord(outer['error']) ? outer['error'] : outer;
  const words = isRecord(inner) && typeof inner['message'] === 'string' ? inner['message'] : '';
  return firstLine(words);
}

function firstLine(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? '';
  const shown = line.replaceAll(/\p{C}/gu, '').trim();
  return shown.length > 300 ? `${shown.slice(0, 300)}…` : shown;
}

function headersOf(error: object): Headers | undefined {
  return 'headers' in error && error.headers instanceof Headers ? error.headers : undefined;
}

function constructorName(error: object): string {
  return typeof error.constructor === 'function' ? error.constructor.name : '';
}

/** `ECONNREFUSED`, of the error or of what caused it. */
function systemCode(error: object): string | undefined {
  let at: unknown = error;
  for (let depth = 0; depth < 5 && isObject(at); depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if ('errors' in at && Array.isArray(at.errors) && at.errors.length > 0) at = at.errors[0];
    else at = 'cause' in at ? at.cause : undefined;
  }
  return undefined;
}

/** The message of what caused it all. */
function rootOf(error: object): string {
  let at: object = error;
  for (let depth = 0; depth < 5 && 'cause' in at && isObject(at.cause); depth += 1) at = at.cause;
  return 'message' in at ? String(at.message) : '';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
