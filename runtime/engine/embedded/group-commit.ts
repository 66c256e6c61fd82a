import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { WalSync } from './wal-sync.ts';

interface Pending {
  readonly perform: () => void;
  readonly settle: () => void;
  readonly reject: (error: unknown) => void;
}

/** Tries of a transaction that another process keeps from starting, each after SQLite's own busy timeout. */
const BUSY_TRIES = 25;

/**
 * Collects writes into one transaction, since a commit costs a disk flush however much is in it: those of one turn of the
 * event loop, and those that come while earlier flushes are under way. A write's promise resolves only after the flush
 * of the commit that holds it.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  readonly #sync: WalSync | undefined;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  #pending: Pending[] = [];
  #scheduled = false;
  #busy = 0;

  /** Without `sync`, a commit is taken for done when SQLite has made it. */
  constructor(database: DatabaseSync, sync?: WalSync) {
    this.#database = database;
    this.#sync = sync;
    this.#begin = database.prepare('BEGIN IMMEDIATE');
    this.#commit = database.prepare('COMMIT');
  }

  /** Performs `work` in the next transaction. `work` is synchronous, touches the database only, and may be performed again where a neighbour's write fails. */
  write<T>(work: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | undefined;
      this.#pending.push({
        perform: () => {
          result = { value: work() };
        },
        settle: () => {
          if (result !== undefined) resolve(result.value);
        },
        reject,
      });
      this.#schedule();
    });
  }

  /** Resolves once nothing is waiting to be written, or the disk fails. */
  async drain(): Promise<void> {
    while ((this.#pending.length > 0 || this.#sync?.settled === false) && this.#sync?.failing !== true)
      await new Promise((resolve) => setImmediate(resolve));
  }

  /** Commits what is waiting. */
  #flush(): void {
    const batch = this.#pending;
    this.#pending = [];
    const committed = this.#perform(batch);
    if (committed.length === 0) return;
    if (this.#sync === undefined) {
      for (const write of committed) write.settle();
      return;
    }
    this.#sync.sync(() => {
      for (const write of committed) write.settle();
      if (this.#pending.length > 0) this.#schedule();
    });
  }

  /** Returns the writes that were committed. The others were rejected, or wait for the next try. */
  #perform(batch: readonly Pending[]): readonly Pending[] {
    try {
      this.#transact(batch);
    } catch (error) {
      if (isBusy(error) && this.#busy < BUSY_TRIES) {
        this.#busy += 1;
        this.#pending = [...batch, ...this.#pending];
        this.#schedule();
        return [];
      }
      this.#busy = 0;
      if (batch.length > 1) return batch.filter((write) => this.#alone(write));
      for (const write of batch) write.reject(error);
      return [];
    }
    this.#busy = 0;
    return batch;
  }

  /** One bad write must not take its neighbours with it. */
  #alone(write: Pending): boolean {
    try {
      this.#transact([write]);
    } catch (error) {
      write.reject(error);
      return false;
    }
    return true;
  }

  #transact(batch: readonly Pending[]): void {
    this.#begin.run();
    try {
      for (const write of batch) write.perform();
      this.#commit.run();
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  #schedule(): void {
    if (this.#scheduled || this.#sync?.full === true) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
    });
  }
}

/** SQLITE_BUSY, with its extended forms. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5
  );
}
