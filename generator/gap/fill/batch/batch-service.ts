import type { Failed, ModelAnswer, ModelRequest } from '../../provider/provider.ts';
import type { BatchCounts } from '../fill-event.ts';

/** Asks many questions at once, which are answered within a day, at half the price. Nothing here rejects. */
export interface BatchService {
  readonly create: (requests: readonly BatchRequest[], signal: AbortSignal) => Promise<BatchCall<string>>;
  readonly look: (id: string, signal: AbortSignal) => Promise<BatchCall<BatchState>>;
  /** In any order. Only of a batch that has ended. */
  readonly results: (id: string, signal: AbortSignal) => Promise<BatchCall<readonly BatchResult[]>>;
}

export interface BatchRequest {
  /** The journal's key of the request. */
  readonly key: string;
  readonly request: ModelRequest;
}

export interface BatchState {
  readonly ended: boolean;
  readonly counts: BatchCounts;
}

export interface BatchResult {
  readonly key: string;
  readonly answer: ModelAnswer;
}

export type BatchCall<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failed };
