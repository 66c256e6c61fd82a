/** The diagnostics of asking a model. */
export type FailureCode =
  /** No key. */
  | 'FR7301'
  /** The key is refused. */
  | 'FR7302'
  /** The request is refused: an unknown model, too large, no credit. */
  | 'FR7303'
  /** Too many requests, or the server fails, still after retries. */
  | 'FR7304'
  /** Not reached, timed out or cut off, still after retries. */
  | 'FR7305'
  /** What came back is no answer of the Messages API. */
  | 'FR7306'
  /** Stopped by the caller. */
  | 'FR7307'
  /** No reply is recorded. */
  | 'FR7310'
  /** A recording that cannot be used. */
  | 'FR7311'
  /** A recording that could not be written. */
  | 'FR7312'
  /** A request of a batch that was not answered. */
  | 'FR7320';
