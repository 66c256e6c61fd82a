import { closeSync, fdatasync, openSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** Flushes that may be under way: while one waits for the disk, the next batch need not. */
const AT_ONCE = 2;
/** How long a disk that failed is given before it is tried again. */
const RETRY_MS = 1_000;

/** Brings what was written through a descriptor to the disk. */
export type Flush = (descriptor: number, done: (error: Error | null) => void) => void;

/**
 * Brings commits to the disk while the event loop goes on. SQLite writes a commit into its log and leaves out the flush
 * (`synchronous = NORMAL`, which alone would not outlive a power cut); the flush is made here, by a thread of libuv. The
 * log is read up to its first damaged page, so one flush stands for every commit before it, whichever process made it.
 */
export class WalSync {
  readonly #database: DatabaseSync;
  readonly #onFailure: (error: Error) => void;
  readonly #flush: Flush;
  readonly #descriptors: readonly number[];
  /** A descriptor for each flush: the system tells of a page that was lost once on each. */
  readonly #idle: number[];
  /** Those whose commits the disk did not take. */
  readonly #waiting: (() => void)[] = [];
  #retry: NodeJS.Timeout | undefined;

  /** `onFailure` hears, again and again, why the disk does not take what was written. */
  constructor(database: DatabaseSync, file: string, onFailure: (error: Error) => void, flush: Flush = fdatasync) {
    this.#database = database;
    this.#onFailure = onFailure;
    this.#flush = flush;
    database.exec('PRAGMA synchronous = NORMAL');
    this.#descriptors = Array.from({ length: AT_ONCE }, () => openSync(`${file}-wal`, 'r+'));
    this.#idle = [...this.#descriptors];
  }

  /** The disk does not take what was written: it waits, and is neither acknowledged nor refused. */
  get failing(): boolean {
    return this.#retry !== undefined;
  }

  /** Nothing more should be committed until a `done` was called. */
  get full(): boolean {
    return this.failing || this.#idle.length === 0;
  }

  /** All that was committed is on disk. */
  get settled(): boolean {
    return !this.failing && this.#idle.length === AT_ONCE;
  }

  /** Calls `done` once all that is committed by now would outlive a power cut. Not to be called while it is `full`. */
  sync(done: () => void): void {
    const descriptor = this.#idle.pop();
    if (descriptor === undefined) throw new Error('more flushes than descriptors');
    this.#flush(descriptor, (error) => {
      this.#idle.push(descriptor);
      if (error === null && !this.failing) {
        done();
        return;
      }
      this.#waiting.push(done);
      if (error !== null) this.#fail(error);
    });
  }

  close(): void {
    clearTimeout(this.#retry);
    for (const descriptor of this.#descriptors) closeSync(descriptor);
  }

  #fail(error: Error): void {
    this.#onFailure(error);
    this.#retry ??= setTimeout(() => this.#rescue(), RETRY_MS);
  }

  /**
   * After a flush that failed, another proves nothing: the system may have given up the pages of the first. A checkpoint
   * writes what the log holds into the database itself, with a flush of its own.
   */
  #rescue(): void {
    this.#retry = undefined;
    try {
      const { busy } = this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
      if (busy !== 0) throw new Error('another process keeps the log from being emptied');
    } catch (error) {
      this.#fail(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    for (const done of this.#waiting.splice(0)) done();
  }
}
