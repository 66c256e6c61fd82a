import { Cron } from 'croner';
import type { ScheduleTrigger } from './trigger.ts';

/** When a schedule fires. Times in epoch milliseconds. */
export interface Firings {
  /** The first firing after `time`; `undefined` where there is none any more. */
  after(time: number): number | undefined;
  /** The last firing at or before `time`, if it is after `since`. */
  lastBetween(since: number, time: number): number | undefined;
}

/** Reads the pattern; throws an error that says what is wrong with it or with the time zone. croner is the parser only, its timer is not used. */
export function firingsOf({ cron, timeZone }: Pick<ScheduleTrigger, 'cron' | 'timeZone'>): Firings {
  const job = new Cron(cron, { timezone: timeZone, paused: true, mode: '5-or-6-parts' });
  // Croner looks at the time zone late; a wrong one must show at the start.
  const next = (time: number): number | undefined => job.nextRun(new Date(time))?.getTime();
  next(0);
  return {
    after: next,
    lastBetween(since, time) {
      // Croner's look back excludes the moment it starts from, to the second.
      const [last] = job.previousRuns(1, new Date(Math.floor(time / 1000) * 1000 + 1000));
      return last !== undefined && last.getTime() > since && last.getTime() <= time ? last.getTime() : undefined;
    },
  };
}
