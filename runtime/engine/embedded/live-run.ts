import type { RunOutcome } from '../engine.ts';
import type { RunRecord } from '../run.ts';

/** An unfinished run of this process, and those who wait for its reply. */
export class LiveRun {
  readonly run: RunRecord;
  /** What of its kind goes one after the other; empty where nothing does. */
  readonly lane: string;
  #outcome: RunOutcome | undefined;
  readonly #waiters = new Set<(outcome: RunOutcome) => void>();

  constructor(run: RunRecord) {
    this.run = run;
    this.lane = run.key === '' ? '' : JSON.stringify([run.workflow, run.tenant, run.key]);
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
