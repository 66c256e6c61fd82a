import type { FailureCode } from '../context/errors.ts';
import type { SystemDefinition } from './system.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
export type QueryValue = string | number | boolean | null | undefined | readonly (string | number | boolean)[];

/** One call of one operation as a generated client states it. */
export interface ApiRequest<T> {
  /** The endpoint's id in the spec; for messages, logs and mocks. */
  readonly operation: string;
  readonly method: Method;
  /** Percent-encoded path below the base URL, without a query. */
  readonly path: string;
  /** `undefined` and `null` are left out; arrays repeat the name. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON where given. */
  readonly body?: unknown;
  /** Replaces base URL, path and query: a next link that the system gave. It must stay on the system's own origin. */
  readonly url?: string | undefined;
  /** The header that carries the idempotency key, where the API honours one. */
  readonly idempotencyHeader?: string;
  /** For one exchange (each redirect is one), milliseconds; the system's where absent. */
  readonly timeoutMs?: number;
  /** True where a repeated request does no harm (a safe or idempotent method, or the spec says so). */
  readonly retrySafe: boolean;
  /** Status (`404`), class (`5xx`) or body condition to a failure code; `success` lets the response through. First match wins. */
  readonly errors?: readonly ErrorRule[];
  /** What the response holds: JSON (where absent), text, which `parse` gets as it is, or nothing of interest: `parse` gets `undefined`. */
  readonly responseBody?: 'json' | 'text' | 'none';
  /** Turns the parsed JSON body into its type, or throws a `FatalError('invalid_response')` naming the path. */
  readonly parse: (body: unknown) => T;
}

export interface ErrorRule {
  readonly status?: number | `${1 | 2 | 3 | 4 | 5}xx`;
  /** A path in the response body (`error`, `errors[0].code`) and the value that it must have (any value where absent). */
  readonly body?: { readonly path: readonly (string | number)[]; readonly equals?: unknown };
  readonly code: FailureCode | 'success';
  readonly retry?: boolean;
}

export interface ApiResponse<T> {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: T;
}

/**
 * Sends requests for the clients of one step. One try per call: retrying is the engine's business, which a
 * `RetryLaterError` asks for. Throws `FatalError` or `RetryLaterError`; what the step's `beforeUnsafeSend` throws passes through.
 */
export interface Transport {
  send<T>(system: SystemDefinition, request: ApiRequest<T>): Promise<ApiResponse<T>>;
}
