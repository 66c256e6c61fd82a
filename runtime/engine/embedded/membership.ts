import { randomUUID } from 'node:crypto';
import { takeProcessLock } from './process-lock.ts';
import type { ProcessLock } from './process-lock.ts';
import type { Store } from './store.ts';

/** The place of this process among those on the same database: runs belong to one of them, and a dead one's are adopted. */
export class Membership {
  readonly id = randomUUID();
  readonly #store: Store;
  readonly #lock: ProcessLock;

  constructor(store: Store, now: number) {
    this.#store = store;
    // The lock first: a process that is listed and holds no lock counts as dead.
    const lock = takeProcessLock(store.file, this.id);
    if (lock === undefined) throw new Error(`cannot lock beside ${store.file}`);
    this.#lock = lock;
    store.processes.add(this.id, now);
  }

  /** Takes over the unfinished runs of every dead process; returns how many processes those were. */
  adopt(): number {
    let adopted = 0;
    for (const other of this.#store.processes.others(this.id)) {
      const lock = takeProcessLock(this.#store.file, other);
      if (lock === undefined) continue;
      try {
        this.#transact(() => {
          this.#store.runs.adopt(other, this.id);
          this.#store.processes.remove(other);
        });
        adopted += 1;
      } catch (error) {
        lock.release();
        throw error;
      }
      lock.remove();
    }
    return adopted;
  }

  /** Ends the membership; unfinished runs wait for the next process. */
  leave(): void {
    if (this.#store.runs.unfinishedOf(this.id).length > 0) {
      this.#lock.release();
      return;
    }
    this.#store.processes.remove(this.id);
    this.#lock.remove();
  }

  #transact(work: () => void): void {
    const { database } = this.#store;
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
}
