import type { Method } from '../http/transport.ts';

/** A failure that a mock system is told to show, for the next `times` requests that fit. Milliseconds. */
export interface Fault {
  readonly system?: string;
  readonly endpoint?: string;
  readonly times: number;
  /** Lets this many fitting requests through first. */
  readonly after?: number;
  readonly does: FaultAction;
}

export type FaultAction =
  /** Answers so, and does nothing. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** Does the work at once and answers late. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** Does the work and answers 200 with JSON that breaks off. */
  | { readonly kind: 'malformed' }
  /** Takes none of the tokens any more that the system gave, and answers 401. */
  | { readonly kind: 'expiredToken' }
  /** Cuts the connection: before anything was done, or after the work was done and before the answer. */
  | { readonly kind: 'disconnect'; readonly when: 'before' | 'after' };

/** One request as a mock system saw it; credentials are replaced by `***`. */
export interface RecordedRequest {
  /** The system's id; `''` for a path below no system. */
  readonly system: string;
  /** The endpoint that fitted; absent for a request that the spec does not know (answered 404 or 405). */
  readonly endpoint?: string;
  readonly method: Method;
  /** Below the base path (whole where it is not below one), percent-encoded as it was sent, without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON or form fields; text where it is neither. */
  readonly body?: unknown;
  /** 0 where the connection was cut before an answer. */
  readonly status: number;
  /** The fault that this request met. */
  readonly fault?: FaultAction;
  /** Epoch milliseconds. */
  readonly at: number;
}
