import type { DatabaseSync } from 'node:sqlite';
import { textOf } from './columns.ts';

/** The event ids that are remembered, each with the run that it started. */
export type DedupeStore = ReturnType<typeof createDedupeStore>;

export function createDedupeStore(database: DatabaseSync) {
  const find = database.prepare(
    'SELECT run_id FROM dedupe WHERE workflow = ? AND tenant = ? AND event_id = ? AND expires_at > ?',
  );
  const put = database.prepare(
    'INSERT OR REPLACE INTO dedupe (workflow, tenant, event_id, run_id, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const prune = database.prepare('DELETE FROM dedupe WHERE expires_at <= ?');
  return {
    /** The run that the event started, where it is still remembered at `now`. */
    find(workflow: string, tenant: string, eventId: string, now: number): string | undefined {
      const row = find.get(workflow, tenant, eventId, now);
      return row === undefined ? undefined : textOf(row, 'run_id');
    },
    put: (workflow: string, tenant: string, eventId: string, runId: string, expiresAt: number) =>
      void put.run(workflow, tenant, eventId, runId, expiresAt),
    prune: (now: number) => void prune.run(now),
  };
}
