import { Cron } from 'croner';

/** What is wrong with a schedule's expression or time zone, if anything. */
export function checkCron(
  cron: string,
  timeZone: string,
): { readonly part: 'cron' | 'timeZone'; readonly value: string; readonly reason: string } | undefined {
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch {
    return { part: 'timeZone', value: timeZone, reason: 'this is no IANA time zone' };
  }
  try {
    const next = new Cron(cron, { timezone: timeZone, paused: true }).nextRun();
    return next === null ? { part: 'cron', value: cron, reason: 'it never fires' } : undefined;
  } catch (error) {
    return {
      part: 'cron',
      value: cron,
      reason: error instanceof Error ? error.message.replace(/^CronPattern: /, '') : 'it cannot be read',
    };
  }
}
