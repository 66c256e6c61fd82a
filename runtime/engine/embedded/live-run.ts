import type { RunOutcome } from '../engine.ts';
import type { RunRecord } from '../run.ts';

/** An unfinished run of this process, and those who wait for its reply. */
export class LiveRun {
  readonly run: RunRecord;
  /** True where it was taken up from disk. */
  readonly resumed: boolean;
  #outcome: RunOutcome | undefined;
  readonly #waiters = new Set<(outcome: RunOutcome) => void>();

  constructor(run: RunRecord, resumed: boolean) {
    this.run = run;
    this.resumed = resumed;
    if (run.reply !== undefined) this.#outcome = { kind: 'replied', reply: run.reply };
  }

  get outcome(): RunOutcome | undefined {
    return this.#outcome;
  }

  /** The first outcome counts: a reply stands even where the run fails after it. */
  settle(outcome: RunOutcome): void {
    this.#outcome ??= outcome;
    for (const waiter of this.#waiters) waiter(this.#outcome);
    this.#waiters.clear();
  }

  /** Lets those who wait go without an outcome. */
  dismiss(): void {
    for (const waiter of this.#waiters) waiter({ kind: 'pending' });
    this.#waiters.clear();
  }

  /** Resolves with the outcome, or with `pending` after `waitMs`. */
  wait(waitMs: number, after: (ms: number, wake: () => void) => () => void): Promise<RunOutcome> {
    if (this.#outcome !== undefined) return Promise.resolve(this.#outcome);
    return new Promise((resolve) => {
      const waiter = (outcome: RunOutcome): void => {
        cancel();
        this.#waiters.delete(waiter);
        resolve(outcome);
      };
      const cancel = after(waitMs, () => waiter({ kind: 'pending' }));
      this.#waiters.add(waiter);
    });
  }
}
