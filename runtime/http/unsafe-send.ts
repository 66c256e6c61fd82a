import type { Method } from './transport.ts';

/** A request that must not be sent twice (no idempotent method, no key that the API honours, and the spec does not say so), as it may be told: it holds no secret. */
export interface UnsafeRequest {
  readonly system: string;
  readonly operation: string;
  readonly method: Method;
  /** Without query. */
  readonly path: string;
}

/** One such request, on its way. */
export interface UnsafeSend {
  /** It did nothing: no byte of it left, or the system refused it. Not called where that is not certain. */
  undone(): void;
}
