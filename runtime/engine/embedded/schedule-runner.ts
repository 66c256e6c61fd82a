import type { ScheduleTrigger } from '../../trigger/trigger.ts';
import { firingsOf } from '../../trigger/cron.ts';
import type { Firings } from '../../trigger/cron.ts';
import type { RunRecord } from '../run.ts';
import type { Host } from './host.ts';

interface Schedule {
  readonly workflow: string;
  readonly tenant: string;
  readonly trigger: ScheduleTrigger;
  readonly firings: Firings;
  /** Stored beside the next firing: another pattern makes that firing void. */
  readonly pattern: string;
}

/** The key of scheduled runs, so that those that overlap run one after the other. */
export const SCHEDULE_LANE = 'schedule';
/** A firing that comes later than this was missed, whether the process was down or asleep. */
const MISSED_MS = 60_000;
/** A clock may be set while a long timer runs, so that no timer is longer. */
const LONGEST_WAIT_MS = 3_600_000;
/** How long a schedule whose store failed waits. */
const STORE_RETRY_MS = 5_000;

/**
 * Fires the schedules of an integration. The next firing is on disk; which of several processes fires it is decided by
 * who inserts it first.
 */
export class ScheduleRunner<Clients> {
  readonly #host: Host<Clients>;
  readonly #tenants: readonly string[];

  constructor(host: Host<Clients>, tenants: readonly string[]) {
    this.#host = host;
    this.#tenants = tenants;
  }

  begin(): void {
    for (const [workflow, { trigger }] of Object.entries(this.#host.integration.workflows)) {
      if (trigger.kind !== 'schedule') continue;
      const firings = firingsOf(trigger);
      const pattern = `${trigger.cron} ${trigger.timeZone}`;
      for (const tenant of this.#tenants) void this.#turn({ workflow, tenant, trigger, firings, pattern }, false);
    }
  }

  /** Fires what is due and sets the alarm for the next. `running` is false at the start, where what is due was missed. */
  async #turn(schedule: Schedule, running: boolean): Promise<void> {
    const { clock, store, log, alarms } = this.#host;
    const { workflow, tenant } = schedule;
    let wait = STORE_RETRY_MS;
    try {
      const now = clock.now();
      const { next, fired } = await store.commit.write(() => this.#fireDue(schedule, now, running));
      if (fired !== undefined) this.#host.admit(fired, false);
      if (next === undefined) {
        log.warn({ workflow, tenant }, 'the schedule never fires again');
        return;
      }
      wait = Math.min(next - clock.now(), LONGEST_WAIT_MS);
    } catch (error) {
      log.error({ workflow, tenant, reason: String(error) }, 'the schedule could not be written; it is tried again');
    }
    if (!this.#host.closing()) alarms.after(Math.max(wait, 0), () => void this.#turn(schedule, true));
  }

  /** Inside a write. */
  #fireDue(
    schedule: Schedule,
    now: number,
    running: boolean,
  ): { readonly next: number | undefined; readonly fired?: RunRecord | undefined } {
    const { schedules } = this.#host.store;
    const { workflow, tenant, firings, pattern } = schedule;
    const stored = schedules.next(workflow, tenant, pattern);
    if (stored !== undefined && stored > now) return { next: stored };
    const next = firings.after(now);
    if (next !== undefined) schedules.setNext(workflow, tenant, pattern, next);
    if (stored === undefined) return { next };
    const due = firings.lastBetween(stored - 1, now) ?? stored;
    return { next, fired: this.#fire(schedule, due, now, running && now - due < MISSED_MS) };
  }

  #fire(
    { workflow, tenant, trigger }: Schedule,
    scheduledAt: number,
    now: number,
    onTime: boolean,
  ): RunRecord | undefined {
    const { schedules, runs } = this.#host.store;
    if (!onTime && trigger.missed === 'none') return undefined;
    if (!schedules.take(workflow, tenant, scheduledAt)) return undefined;
    if (trigger.overlap === 'skip' && runs.hasUnfinished(workflow, tenant)) return undefined;
    const run = this.#host.intake.insert(
      {
        workflow,
        tenant,
        key: SCHEDULE_LANE,
        eventId: undefined,
        keepMs: 0,
        input: this.#host.intake.keep(workflow, { scheduledAt }),
        notBefore: now,
      },
      now,
    );
    schedules.setRun(workflow, tenant, scheduledAt, run.id);
    return run;
  }
}
