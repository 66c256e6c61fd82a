/** A run as the queue sees it. */
export interface Queued {
  /** Runs of one lane go one after the other; none where empty. */
  readonly lane: string;
  begin(): void;
}

/**
 * Decides which accepted run begins when: at most `limit` at once, one of a lane at a time, otherwise in the order in
 * which they came. A run that waits gives its slot back, so that it holds up nobody but its own lane.
 */
export class RunQueue {
  readonly #limit: number;
  /** Those behind the one that holds the lane; an empty list where it is held and nobody waits. */
  readonly #lanes = new Map<string, Queued[]>();
  readonly #ready = new Fifo<() => void>();
  /** Runs that have begun go first: finishing them frees lanes and memory. */
  readonly #returning = new Fifo<() => void>();
  #taken = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  admit(run: Queued): void {
    if (run.lane !== '') {
      const behind = this.#lanes.get(run.lane);
      if (behind !== undefined) {
        behind.push(run);
        return;
      }
      this.#lanes.set(run.lane, []);
    }
    this.#ready.push(() => run.begin());
    this.#pump();
  }

  /** The run is over: the next of its lane may begin. Its slot is given back by `release`. */
  leaveLane(lane: string): void {
    if (lane === '') return;
    const next = this.#lanes.get(lane)?.shift();
    if (next === undefined) this.#lanes.delete(lane);
    else this.#ready.push(() => next.begin());
    this.#pump();
  }

  /** Resolves when a run that gave its slot back has one again. */
  regain(): Promise<void> {
    return new Promise((resolve) => {
      this.#returning.push(resolve);
      this.#pump();
    });
  }

  release(): void {
    this.#taken -= 1;
    this.#pump();
  }

  #pump(): void {
    while (this.#taken < this.#limit) {
      const begin = this.#returning.shift() ?? this.#ready.shift();
      if (begin === undefined) return;
      this.#taken += 1;
      begin();
    }
  }
}

/** A list that is long when it matters: `Array.shift` moves every element. */
class Fifo<T> {
  #items: T[] = [];
  #head = 0;

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (item === undefined) return undefined;
    this.#head += 1;
    if (this.#head === this.#items.length || this.#head > 1024) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}
