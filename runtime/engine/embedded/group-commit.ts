import type { DatabaseSync, StatementSync } from 'node:sqlite';

interface Pending {
  readonly perform: () => void;
  readonly settle: () => void;
  readonly reject: (error: unknown) => void;
}

/** Tries of a transaction that another process keeps from starting, each after SQLite's own busy timeout. */
const BUSY_TRIES = 25;

/**
 * Collects the writes of one turn of the event loop into one transaction, since a commit costs a disk flush however
 * much is in it. A write's promise resolves only after the commit that holds it.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  #pending: Pending[] = [];
  #scheduled = false;
  #busy = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
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

  /** Commits what is waiting, now. */
  flush(): void {
    const batch = this.#pending;
    if (batch.length === 0) return;
    this.#pending = [];
    try {
      this.#transact(batch);
    } catch (error) {
      if (isBusy(error) && this.#busy < BUSY_TRIES) {
        this.#busy += 1;
        this.#pending = [...batch, ...this.#pending];
        this.#schedule();
        return;
      }
      this.#busy = 0;
      if (batch.length === 1) for (const write of batch) write.reject(error);
      else for (const write of batch) this.#alone(write);
      return;
    }
    this.#busy = 0;
    for (const write of batch) write.settle();
  }

  /** Resolves once nothing is waiting to be written. */
  async drain(): Promise<void> {
    this.flush();
    while (this.#pending.length > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  /** One bad write must not take its neighbours with it. */
  #alone(write: Pending): void {
    try {
      this.#transact([write]);
    } catch (error) {
      write.reject(error);
      return;
    }
    write.settle();
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
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.flush();
    });
  }
}

/** SQLITE_BUSY, with its extended forms. */
function isBusy(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5
  );
}
