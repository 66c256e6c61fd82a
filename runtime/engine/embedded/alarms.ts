import type { Clock } from '../clock.ts';

/** The pending wake-ups of an engine, so that closing it leaves no timer behind. */
export class Alarms {
  readonly #clock: Clock;
  readonly #cancels = new Set<() => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `wake` after `ms` unless cancelled by the result or by `clear`. */
  after(ms: number, wake: () => void): () => void {
    const stop = this.#clock.after(ms, () => {
      this.#cancels.delete(cancel);
      wake();
    });
    const cancel = (): void => {
      this.#cancels.delete(cancel);
      stop();
    };
    this.#cancels.add(cancel);
    return cancel;
  }

  clear(): void {
    for (const cancel of this.#cancels) cancel();
  }
}
