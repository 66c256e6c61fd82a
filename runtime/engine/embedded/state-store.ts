import type { DatabaseSync } from 'node:sqlite';
import type { Json } from '../../context/json.ts';
import { jsonOf } from './columns.ts';

/** The values that workflows keep between runs, by workflow and tenant. */
export type StateStore = ReturnType<typeof createStateStore>;

export function createStateStore(database: DatabaseSync) {
  const get = database.prepare('SELECT value FROM state WHERE workflow = ? AND tenant = ? AND name = ?');
  const set = database.prepare('INSERT OR REPLACE INTO state (workflow, tenant, name, value) VALUES (?, ?, ?, ?)');
  return {
    get(workflow: string, tenant: string, name: string): Json | undefined {
      const row = get.get(workflow, tenant, name);
      return row === undefined ? undefined : jsonOf(row, 'value');
    },
    /** `value` is JSON text. */
    set: (workflow: string, tenant: string, name: string, value: string) => void set.run(workflow, tenant, name, value),
  };
}
