import type { FailureCode } from '../context/errors.ts';
import type { FormListStyle } from './body/form-fields.ts';
import type { BodyKind } from './body/payload.ts';
import type { SystemDefinition, SystemRetry } from './system.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
export type QueryScalar = string | number | boolean;
export type QueryValue = QueryScalar | null | undefined | readonly QueryScalar[] | QueryList;

/** How a list stands in a query: `a=1,2`, `a=1&a=2`, `a[]=1&a[]=2`, `a[0]=1&a[1]=2`, `a=1 2`, `a=1|2`, `a=["1"]`. */
export type QueryStyle = 'comma' | 'repeat' | 'brackets' | 'indices' | 'space' | 'pipe' | 'json';

export interface QueryList {
  readonly values: readonly QueryScalar[] | null | undefined;
  readonly style: QueryStyle;
  /** An empty list is sent, as an empty value; it is left out otherwise. */
  readonly sendEmpty?: boolean;
}

/** One call of one operation as a generated client states it. */
export interface ApiRequest<T> {
  /** The endpoint's id in the spec; for messages, logs and mocks. */
  readonly operation: string;
  readonly method: Method;
  /** In place of the system's declared base URL, with the same `{variables}`. */
  readonly baseUrl?: string;
  /** Percent-encoded path below the base URL, without a query. */
  readonly path: string;
  /** `undefined`, `null` and empty lists are left out; a list repeats the name where it says no other style. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent where given, as `bodyKind` says. */
  readonly body?: unknown;
  /** JSON where absent. */
  readonly bodyKind?: BodyKind;
  /** The text of a GraphQL operation; the body holds its variables then, and the answer is what it has as `data`. */
  readonly document?: string;
  /** How lists stand in a form: their name repeated (where absent), with `[]`, or with a position. */
  readonly formLists?: FormListStyle;
  /** Replaces base URL, path and query: a next link that the system gave. It must stay on the system's own origin. */
  readonly url?: string | undefined;
  /** The header that carries the idempotency key, where the API honours one. */
  readonly idempotencyHeader?: string;
  /** For one exchange (each redirect is one), milliseconds; the system's where absent. */
  readonly timeoutMs?: number;
  /** In place of what the system's retry says. */
  readonly retry?: Partial<SystemRetry>;
  /** True where a repeated request does no harm (a safe or idempotent method, or the spec says so). */
  readonly retrySafe: boolean;
  /** Status (`404`), class (`5xx`) or body condition to a failure code; `success` lets the response through. First match wins. */
  readonly errors?: readonly ErrorRule[];
  /**
   * What the response holds: JSON (where absent), text, which `parse` gets as it is, XML as an object, bytes as
   * `{ base64, contentType }`, or nothing of interest: `parse` gets `undefined`.
   */
  readonly responseBody?: 'json' | 'text' | 'xml' | 'binary' | 'none';
  /** Turns the parsed body into its type, or throws a `FatalError('invalid_response')` naming the path. */
  readonly parse: (body: unknown) => T;
}

export interface ErrorRule {
  readonly status?: StatusCondition | { readonly not: StatusCondition };
  /** `true`: the body is empty. */
  readonly empty?: boolean;
  /** A path in the response body (`error`, `errors[0].code`) and the value that it must have (any value where absent). */
  readonly body?: { readonly path: readonly (string | number)[]; readonly equals?: unknown };
  readonly code: FailureCode | 'success';
  readonly retry?: boolean;
  /** Where in the response body its message is. */
  readonly message?: readonly (string | number)[];
}

export type StatusCondition = number | `${1 | 2 | 3 | 4 | 5}xx`;

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
