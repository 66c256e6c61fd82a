import type { Method } from '../http/transport.ts';

/** A failure that a mock system is told to show, for the next `times` requests that fit. Milliseconds. */
export interface Fault {
  readonly system?: string;
  readonly endpoint?: string;
  readonly times: number;
  /** Lets this many fitting requests through first. */
  readonly after?: number;
  readonly does:
    | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
    | { readonly kind: 'slow'; readonly delayMs: number }
    | { readonly kind: 'malformed' }
    /** Cuts the connection: before anything was done, or after the work was done and before the answer. */
    | { readonly kind: 'disconnect'; readonly when: 'before' | 'after' };
}

/** One request as a mock system saw it; credentials are replaced by `***`. */
export interface RecordedRequest {
  readonly system: string;
  /** The endpoint that fitted; absent for a request that the spec does not know (answered 404). */
  readonly endpoint?: string;
  readonly method: Method;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status: number;
  /** Epoch milliseconds. */
  readonly at: number;
}
