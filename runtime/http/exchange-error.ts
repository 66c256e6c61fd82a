/**
 * Why an exchange gave no response: `timeout`; `network`; `aborted` by the caller's signal; `too_large`; `invalid`, a
 * request that HTTP cannot carry.
 */
export type ExchangeFailure = 'timeout' | 'network' | 'aborted' | 'too_large' | 'invalid';

/** An exchange that gave no response. Internal to the transport, which turns it into an error of the step. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly failure: ExchangeFailure;
  /** False where it is certain that no byte of the request left. */
  readonly sent: boolean;
  /** The system's word for it, `ECONNRESET`. */
  readonly reason: string;
  constructor(failure: ExchangeFailure, sent: boolean, reason: string, message = reason) {
    super(message);
    this.failure = failure;
    this.sent = sent;
    this.reason = reason;
  }
}

/** What undici or the operating system reported, as an `ExchangeError`. */
export function toExchangeError(error: unknown, sent: boolean): ExchangeError {
  if (error instanceof ExchangeError) return error;
  const reason = codeOf(error) ?? 'unknown';
  const failure =
    reason === 'UND_ERR_INVALID_ARG' ? 'invalid' : reason === 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'network';
  const message = error instanceof Error && error.message !== '' ? error.message : reason;
  return new ExchangeError(failure, sent, reason, message);
}

/** Several addresses that all failed come as an AggregateError whose first member tells as much as any. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? codeOf(error.errors[0]) : undefined;
}
