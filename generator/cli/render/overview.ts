import type { Paint } from '../../diagnostics/render/colour.ts';
import type { Overview, ScheduleOverview } from '../dev/overview.ts';
import { columns } from './columns.ts';
import { duration } from './duration.ts';

/** What `dev` says before anything happens: what the integration waits for, and a line to try each webhook where `lines` are wanted. */
export function renderOverview(
  { name, webhooks, schedules, manual, mocks }: Overview,
  { now, lines }: { readonly now: number; readonly lines: boolean },
  paint: Paint,
): string {
  const rows = columns([
    ...webhooks.map(({ workflow, method, url }) => [
      `  ${paint('bold', workflow)}`,
      `webhook   ${method} ${paint('cyan', url)}`,
    ]),
    ...schedules.map((schedule) => [`  ${paint('bold', schedule.workflow)}`, describeSchedule(schedule, now, paint)]),
    ...manual.map((workflow) => [`  ${paint('bold', workflow)}`, 'by hand   started by --send']),
    ...Object.entries(mocks).map(([system, url]) => [
      `  ${paint('magenta', system)}`,
      `mock      ${paint('dim', url)}`,
    ]),
  ]);
  const tries = (lines ? webhooks : []).flatMap(({ workflow, curl, goodForMs, example }) => {
    const notes = [
      ...(goodForMs === undefined ? [] : [`signed for the next ${duration(goodForMs)}`]),
      ...(example ? [] : ['the spec is not at hand, so there is no example payload']),
    ];
    return ['', `Try ${paint('bold', workflow)}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}:`, '', curl];
  });
  const stop = lines ? ['', paint('dim', 'Ctrl-C stops it.')] : [];
  return [`${paint('bold', name)} runs with its mock systems.`, '', ...rows, ...tries, ...stop, '', ''].join('\n');
}

function describeSchedule({ cron, timeZone, next }: ScheduleOverview, now: number, paint: Paint): string {
  const when = next === undefined ? 'never fires again' : `next ${dateIn(next, timeZone)}, in ${duration(next - now)}`;
  return `schedule  ${cron} ${timeZone}, ${paint('cyan', when)}`;
}

function dateIn(time: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(time);
}
