import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../engine/clock.ts';

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends Clock {
  /** Goes on by `ms`, waking who is due, in order, and letting each do what it can. */
  advance(ms: number): Promise<void>;
  readonly pending: number;
}

export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  let now = start;
  const alarms = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => now,
    after(ms, wake) {
      const alarm = { at: now + Math.max(ms, 0), wake };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const [next] = [...alarms].toSorted((a, b) => a.at - b.at);
        if (next === undefined || next.at > end) break;
        now = Math.max(now, next.at);
        alarms.delete(next);
        next.wake();
        await settle();
      }
      now = end;
    },
    get pending() {
      return alarms.size;
    },
  };
}

/** Lets everything happen that needs no time: promises, and commits, which come with the turn of the event loop and end with a flush. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await turn();
    while (process.getActiveResourcesInfo().includes('FSReqCallback')) await turn();
  }
}
