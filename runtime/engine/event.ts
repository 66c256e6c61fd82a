import type { Reply } from '../context/context.ts';
import type { Json } from '../context/json.ts';
import type { SavedCounts } from './records.ts';
import type { Failure } from './run.ts';

interface OfRun {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly runId: string;
  readonly workflow: string;
  readonly tenant: string;
}

interface OfStep extends OfRun {
  readonly step: string;
  /** 1 for the first try. */
  readonly attempt: number;
}

interface OfRecords extends OfRun {
  readonly step: string;
  readonly model: string;
}

/** What an engine tells its observers, as it happens. */
export type EngineEvent =
  | (OfRun & { readonly type: 'run.accepted'; readonly eventId: string; readonly key: string; readonly input: unknown })
  | (OfRun & { readonly type: 'run.started'; readonly resumed: boolean })
  | (OfStep & { readonly type: 'step.started' })
  | (OfStep & { readonly type: 'step.completed'; readonly durationMs: number; readonly result: unknown })
  | (OfStep & { readonly type: 'step.retrying'; readonly failure: Failure; readonly nextAttemptAt: number })
  | (OfStep & { readonly type: 'step.failed'; readonly failure: Failure })
  | (OfRun & { readonly type: 'run.waiting'; readonly step: string; readonly until: number })
  /** `records` as they were saved; `ids` as they were asked for. */
  | (OfRecords & SavedCounts & { readonly type: 'records.saved'; readonly records: readonly Json[] })
  | (OfRecords & { readonly type: 'records.removed'; readonly ids: readonly (string | number)[] })
  | (OfRecords & { readonly type: 'records.pruned'; readonly ids: readonly string[] })
  | (OfRun & { readonly type: 'run.replied'; readonly reply: Reply })
  | (OfRun & { readonly type: 'run.completed'; readonly durationMs: number; readonly result: unknown })
  | (OfRun & { readonly type: 'run.failed'; readonly durationMs: number; readonly failure: Failure });

export type EngineListener = (event: EngineEvent) => void;
