/** The time and the alarms of an engine; a test gives its own. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `wake` once, `ms` from now; the result cancels it. */
  after(ms: number, wake: () => void): () => void;
}

/** `setTimeout` fires at once beyond this, so that longer waits are made of several. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: Date.now,
  after(ms, wake) {
    let timer: NodeJS.Timeout;
    const arm = (left: number): void => {
      const part = Math.min(Math.max(left, 0), LONGEST_TIMER_MS);
      timer = setTimeout(() => (left > part ? arm(left - part) : wake()), part);
    };
    arm(ms);
    return () => clearTimeout(timer);
  },
};
