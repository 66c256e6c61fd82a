import type { RunQueue } from './run-queue.ts';

/** The slot of one run: held while anything of it works, given back while all of it waits. */
export class Slot {
  readonly #queue: RunQueue;
  #held = true;
  #regaining: Promise<void> | undefined;
  #working = 0;
  #waiting = 0;

  constructor(queue: RunQueue) {
    this.#queue = queue;
  }

  /** A piece of work begins; a promise only where the slot has to be regained first. */
  work(): Promise<void> | undefined {
    this.#working += 1;
    return this.#held ? undefined : this.#regain();
  }

  rest(): void {
    this.#working -= 1;
    this.#giveBackIfIdle();
  }

  wait(): void {
    this.#waiting += 1;
    this.#giveBackIfIdle();
  }

  wake(): void {
    this.#waiting -= 1;
  }

  /** The run is over, or goes on with another slot. */
  free(): void {
    if (this.#held) {
      this.#held = false;
      this.#queue.release();
    } else if (this.#regaining !== undefined) {
      void this.#regaining.then(() => {
        this.#held = false;
        this.#queue.release();
      });
    }
  }

  #giveBackIfIdle(): void {
    if (this.#working > 0 || this.#waiting === 0 || !this.#held) return;
    this.#held = false;
    this.#queue.release();
  }

  #regain(): Promise<void> {
    this.#regaining ??= this.#queue.regain().then(() => {
      this.#held = true;
      this.#regaining = undefined;
    });
    return this.#regaining;
  }
}
