import type { Clock } from '../engine/clock.ts';

/** A clock that stands still between jumps, so that what waits for a retry waits for nothing. */
export interface JumpClock extends Clock {
  /** Goes to a time, epoch milliseconds, never back, and wakes who is due by then, the earliest first. */
  jumpTo(time: number): void;
}

export function jumpClock(start: number): JumpClock {
  let now = start;
  const alarms = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => now,
    after(ms, wake) {
      const alarm = { at: now + Math.max(ms, 0), wake };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    jumpTo(time) {
      now = Math.max(now, time);
      for (const alarm of [...alarms].filter(({ at }) => at <= now).toSorted((one, other) => one.at - other.at)) {
        if (alarms.delete(alarm)) alarm.wake();
      }
    },
  };
}
