import type { RequestBody } from '../request/request-body.ts';

/** A reply that is kept, with what it replied to: `<integration>/<gap>/<first 16 of key>.<repeat>.json`. */
export interface Recording {
  readonly version: 1;
  /** Of the request (`requestKey`). */
  readonly key: string;
  readonly request: RequestBody;
  /** The body that the Messages API answered, in the parts that are used. */
  readonly response: object;
  readonly provenance: RecordingProvenance;
}

/** Who replied, and how the reply came here. */
export interface RecordingProvenance {
  readonly model: string;
  /** `anthropic`, `batch`; `manual` where somebody carried the reply over by hand. */
  readonly via: string;
  /** `2026-01-31`. */
  readonly recorded: string;
}
