import type { Logger } from './logger.ts';
import type { Json } from './json.ts';

/** What a step may use to reach the outside world; it exists only inside `StepContext.run`, so that I/O that is not journalled does not compile. */
export interface StepIO<Clients> {
  /** The integration's typed clients, one per system. */
  readonly http: Clients;
  /** Stable over retries, restarts and redeliveries of the same event: derived from the delivery, the workflow and the step. */
  readonly idempotencyKey: string;
  /** Aborts when the process shuts down. */
  readonly signal: AbortSignal;
}

/** How often and how patiently a step that failed in a retryable way is tried again. Times in milliseconds. */
export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly attempts: number;
  readonly initialMs: number;
  readonly factor: number;
  readonly maxMs: number;
}

/** The answer of a workflow to the caller that waits for it. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * What one run of a workflow sees. The same workflow function runs unchanged on every engine: it is replayed from the
 * start after a restart, and every completed step answers from the journal instead of running again.
 */
export interface StepContext<Clients> {
  readonly runId: string;
  readonly eventId: string;
  readonly tenant: string;
  /** Runs with the same key are executed one after the other, in the order in which their events were accepted. */
  readonly key: string;
  /** When the run was accepted, epoch milliseconds; the same on every replay. */
  readonly startedAt: number;
  readonly log: Logger;
  /** Runs `step` once and journals its result (which must survive JSON); on replay the journalled result is returned. */
  run<T>(name: string, step: (io: StepIO<Clients>) => Promise<T> | T, retry?: RetryPolicy): Promise<T>;
  /** Waits; the wake-up time is journalled, so that a restart does not start the wait anew. */
  sleep(name: string, ms: number): Promise<void>;
  /** The current time, epoch milliseconds, journalled. */
  now(name: string): Promise<number>;
  /**
   * Reads a value of the state of (workflow, tenant); `undefined` where none was set. The read is journalled. Reads of one
   * name are told apart by their order, so that the items of `all` need names of their own; `set` and `send` likewise.
   */
  get(name: string): Promise<Json | undefined>;
  /** Writes a value of the state of (workflow, tenant), which must survive JSON, once, atomically with its journal entry. */
  set(name: string, value: unknown): Promise<void>;
  /** Writes several values of the state at once: all of them, or none. */
  setAll(values: Readonly<Record<string, unknown>>): Promise<void>;
  /** The values of the tenant's connection, journalled; unchecked, `{}` where none are given. */
  metadata(): Promise<Json>;
  /** The value of a variable of a system, by the name of its setting; journalled. Secrets are none. */
  variable(setting: string): Promise<string>;
  /**
   * Saves records of a model in the record store, in order, each under its id: one that was there is replaced, and told
   * as updated only where it differs. Atomic with its journal entry, as are `remove` and `prune`.
   */
  save(
    name: string,
    model: string,
    records: readonly unknown[],
  ): Promise<{ readonly added: number; readonly updated: number; readonly unchanged: number }>;
  /** Removes records by their ids; one that is not there is none too many. */
  remove(name: string, model: string, ids: readonly (string | number)[]): Promise<{ readonly removed: number }>;
  /** Removes what this workflow saved before, and neither this run nor an interrupted one that it goes on with has saved again. */
  prune(name: string, model: string): Promise<{ readonly pruned: number }>;
  /** Forgets the checkpoint of (workflow, tenant), once, atomically with its journal entry: the next run starts from the beginning. */
  clearCheckpoint(name: string): Promise<void>;
  /** Starts another workflow of the integration, once. */
  send(
    workflow: string,
    key: string,
    input: unknown,
    options?: { readonly delayMs?: number; readonly dedupe?: string },
  ): Promise<void>;
  /** Maps over `items` with at most `limit` at once; results in the order of `items`; replay-safe. */
  all<T, R>(items: readonly T[], limit: number, each: (item: T, index: number) => Promise<R>): Promise<R[]>;
  /** Answers the caller that waits for this run (and every redelivery of its event); the first answer counts. */
  respond(reply: Reply): Promise<void>;
}
