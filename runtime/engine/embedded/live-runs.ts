import type { LiveRun } from './live-run.ts';

/** The unfinished runs of this process, by id. */
export class LiveRuns {
  readonly #runs = new Map<string, LiveRun>();
  #waiters: (() => void)[] = [];

  get size(): number {
    return this.#runs.size;
  }

  get(runId: string): LiveRun | undefined {
    return this.#runs.get(runId);
  }

  add(live: LiveRun): void {
    this.#runs.set(live.run.id, live);
  }

  remove(runId: string): void {
    this.#runs.delete(runId);
    if (this.#runs.size > 0) return;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }

  /** Resolves when there is none. */
  async none(): Promise<void> {
    if (this.#runs.size > 0) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  /** Lets all who wait for a reply go without one. */
  dismiss(): void {
    for (const live of this.#runs.values()) live.dismiss();
  }
}
