/** Time as the limiter needs it; a test drives it by hand. Milliseconds. */
export interface Clock {
  now(): number;
  /** Calls `fire` once after `ms`; the answer calls that off. */
  after(ms: number, fire: () => void): () => void;
}

/** A clock that no correction of the system's time moves. */
export const monotonicClock: Clock = {
  now: () => performance.now(),
  after(ms, fire) {
    const timer = setTimeout(fire, Math.min(ms, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

interface Waiter {
  readonly admit: () => void;
  readonly refuse: (reason: Error) => void;
}

/**
 * Lets at most `requests` start in any window of `perMs` (a sliding window, so that no burst over a window's edge gets
 * through) and makes the others wait, first come first served. A timer runs only while someone waits.
 */
export class RateLimiter {
  readonly #limit: RateLimit;
  readonly #clock: Clock;
  /** When the last `requests` admissions were, as a ring; `#oldest` is the index of the oldest once it is full. */
  readonly #admitted: number[] = [];
  #oldest = 0;
  readonly #waiting = new Set<Waiter>();
  #cancelTimer: (() => void) | undefined;

  constructor(limit: RateLimit, clock: Clock = monotonicClock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Resolves when the caller may send. Rejects with `signal.reason`'s error, or `close`'s, when the wait is called off. */
  acquire(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return Promise.reject(toError(signal.reason));
    if (this.#waiting.size === 0 && this.#waitMs() <= 0) {
      this.#admit();
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const onAbort = (): void => waiter.refuse(toError(signal.reason));
      const leave = (): void => {
        signal.removeEventListener('abort', onAbort);
        this.#waiting.delete(waiter);
        if (this.#waiting.size === 0) this.#stopTimer();
      };
      const waiter: Waiter = {
        admit: () => {
          leave();
          resolve();
        },
        refuse: (reason) => {
          leave();
          reject(reason);
        },
      };
      signal.addEventListener('abort', onAbort);
      this.#waiting.add(waiter);
      this.#startTimer();
    });
  }

  /** True where nothing is remembered that could delay a caller. */
  get idle(): boolean {
    return this.#waiting.size === 0 && (this.#newest() ?? -Infinity) + this.#limit.perMs <= this.#clock.now();
  }

  /** Refuses everyone who waits. */
  close(reason: Error): void {
    for (const waiter of this.#waiting) waiter.refuse(reason);
  }

  #newest(): number | undefined {
    return this.#admitted.at(this.#oldest - 1);
  }

  #waitMs(): number {
    if (this.#admitted.length < this.#limit.requests) return 0;
    return (this.#admitted[this.#oldest] ?? -Infinity) + this.#limit.perMs - this.#clock.now();
  }

  #admit(): void {
    const now = this.#clock.now();
    if (this.#admitted.length < this.#limit.requests) {
      this.#admitted.push(now);
      return;
    }
    this.#admitted[this.#oldest] = now;
    this.#oldest = (this.#oldest + 1) % this.#limit.requests;
  }

  #startTimer(): void {
    this.#cancelTimer ??= this.#clock.after(Math.ceil(Math.max(this.#waitMs(), 0)), () => {
      this.#cancelTimer = undefined;
      this.#admitWaiting();
    });
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  #admitWaiting(): void {
    for (const waiter of this.#waiting) {
      if (this.#waitMs() > 0) break;
      this.#admit();
      waiter.admit();
    }
    if (this.#waiting.size > 0) this.#startTimer();
  }
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}
