import type { DatabaseSync } from 'node:sqlite';
import { numberOf, textOf } from './columns.ts';

/** The next firing of every schedule, and which firings were taken. */
export type ScheduleStore = ReturnType<typeof createScheduleStore>;

export function createScheduleStore(database: DatabaseSync) {
  const next = database.prepare('SELECT pattern, next_at FROM schedules WHERE workflow = ? AND tenant = ?');
  const setNext = database.prepare(
    'INSERT OR REPLACE INTO schedules (workflow, tenant, pattern, next_at) VALUES (?, ?, ?, ?)',
  );
  const take = database.prepare('INSERT OR IGNORE INTO firings (workflow, tenant, scheduled_at) VALUES (?, ?, ?)');
  const setRun = database.prepare(
    'UPDATE firings SET run_id = ? WHERE workflow = ? AND tenant = ? AND scheduled_at = ?',
  );
  const prune = database.prepare('DELETE FROM firings WHERE scheduled_at < ?');
  return {
    /** The next firing as stored, unless it was computed from another pattern. */
    next(workflow: string, tenant: string, pattern: string): number | undefined {
      const row = next.get(workflow, tenant);
      return row !== undefined && textOf(row, 'pattern') === pattern ? numberOf(row, 'next_at') : undefined;
    },
    setNext: (workflow: string, tenant: string, pattern: string, at: number) =>
      void setNext.run(workflow, tenant, pattern, at),
    /** True for exactly one of all that ask for the same firing. */
    take: (workflow: string, tenant: string, scheduledAt: number) =>
      take.run(workflow, tenant, scheduledAt).changes === 1,
    setRun: (workflow: string, tenant: string, scheduledAt: number, runId: string) =>
      void setRun.run(runId, workflow, tenant, scheduledAt),
    prune: (before: number) => void prune.run(before),
  };
}
