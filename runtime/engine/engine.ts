import type { Reply } from '../context/context.ts';
import type { Json } from '../context/json.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { EngineListener } from './event.ts';
import type { RecordFilter, StoredRecord } from './records.ts';
import type { Failure, RunDetails, RunRecord, RunStatus } from './run.ts';

export interface StartOptions {
  /** The event's identity: a second start with the same one, workflow and tenant runs nothing. Random where absent. */
  readonly eventId?: string;
  /** Runs of a workflow and tenant with the same non-empty key run one after the other. */
  readonly key?: string;
  readonly tenant?: string;
  /** How long the identity is remembered; 7 days where absent. */
  readonly keepMs?: number;
  readonly delayMs?: number;
}

/** An event whose input its trigger has parsed. */
export interface ParsedEvent extends StartOptions {
  readonly workflow: string;
  readonly input: unknown;
}

export interface Started {
  readonly runId: string;
  /** True where the event had been accepted before, and nothing was started. */
  readonly duplicate: boolean;
}

/** How a run stands for the caller that waits for it. */
export type RunOutcome =
  | { readonly kind: 'replied'; readonly reply: Reply }
  /** `result`: what the workflow returned; absent where it returned nothing. */
  | { readonly kind: 'completed'; readonly result?: Json }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'pending' };

export interface RunFilter {
  readonly workflow?: string;
  readonly tenant?: string;
  readonly status?: RunStatus;
  /** Newest first; 50 where absent. */
  readonly limit?: number;
  /** Only runs accepted before the one with this sequence number, for the next page. */
  readonly beforeSeq?: number;
}

/** Which runs are forgotten. Ages in milliseconds since they finished. */
export interface PruneOptions {
  readonly completedOlderThanMs: number;
  /** Failed runs stay where absent: they are the dead letters. */
  readonly failedOlderThanMs?: number;
}

/** What operators may do with runs; also without a running engine. */
export interface RunInspector {
  list(filter?: RunFilter): readonly RunRecord[];
  show(runId: string): RunDetails | undefined;
  /** Forgets old finished runs and expired event ids; returns how many runs went. */
  prune(options: PruneOptions): Promise<number>;
  /** The record store, each model in the order in which its records were first saved. */
  records(filter?: RecordFilter): readonly StoredRecord[];
  /** What a workflow remembers between its runs; for the one default tenant where none is given. */
  checkpoint(workflow: string, tenant?: string): Checkpoint;
  /** Runs a failed run again from its journal: completed steps do not run again. Throws `not_found` where none failed. */
  retry(runId: string): Promise<void>;
}

/** Takes events, runs workflows, and lets itself be watched. */
export interface Engine extends RunInspector {
  /** Starts any workflow; resolves once the event is on disk. Throws `PayloadError`, `OverloadedError`, or a `FatalError` for an unknown workflow. */
  start(workflow: string, input: unknown, options?: StartOptions): Promise<Started>;
  /** Takes an event whose input was parsed; as `start` otherwise. */
  accept(event: ParsedEvent): Promise<Started>;
  /** Starts a scheduled workflow now, beside its schedule. */
  fire(workflow: string, tenant?: string): Promise<Started>;
  /** Resolves with the run's reply or end, or with `pending` after `waitMs` or when the engine closes. */
  outcome(runId: string, waitMs: number): Promise<RunOutcome>;
  /** Gives the record store what it is to hold, as if earlier runs of the workflow had saved it. */
  putRecords(workflow: string, model: string, records: readonly unknown[], tenant?: string): Promise<void>;
  /** Gives a workflow what it is to remember, beside what it remembers already. */
  putCheckpoint(workflow: string, checkpoint: Checkpoint, tenant?: string): Promise<void>;
  onEvent(listener: EngineListener): () => void;
  /** Resolves when no run is executing, queued or waiting. */
  idle(): Promise<void>;
  /** False while closing or while the store does not take writes. */
  ready(): boolean;
  /** Lets running steps finish, at most `graceMs`, then aborts them; unfinished runs resume at the next start. */
  close(graceMs?: number): Promise<void>;
}

/** The queue is full: the event was not taken. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number) {
    super('too many unfinished runs');
    this.retryAfterMs = retryAfterMs;
  }
}
