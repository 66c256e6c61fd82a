import type { DatabaseSync } from 'node:sqlite';
import type { Json } from '../../context/json.ts';
import { jsonOf, parseJson, textOf } from './columns.ts';

/** The values that workflows keep between runs, by workflow and tenant. */
export type StateStore = ReturnType<typeof createStateStore>;

export function createStateStore(database: DatabaseSync) {
  const get = database.prepare('SELECT value FROM state WHERE workflow = ? AND tenant = ? AND name = ?');
  const set = database.prepare('INSERT OR REPLACE INTO state (workflow, tenant, name, value) VALUES (?, ?, ?, ?)');
  // A prefix holds no character that GLOB would take for a pattern.
  const entries = database.prepare(
    `SELECT name, value FROM state WHERE workflow = ? AND tenant = ? AND name GLOB ? || '*' ORDER BY name`,
  );
  const clear = database.prepare(`DELETE FROM state WHERE workflow = ? AND tenant = ? AND name GLOB ? || '*'`);
  return {
    get(workflow: string, tenant: string, name: string): Json | undefined {
      const row = get.get(workflow, tenant, name);
      return row === undefined ? undefined : jsonOf(row, 'value');
    },
    /** Names that begin so, with their values. */
    entries: (workflow: string, tenant: string, prefix: string): readonly (readonly [string, Json])[] =>
      entries.all(workflow, tenant, prefix).map((row) => [textOf(row, 'name'), parseJson(textOf(row, 'value'))]),
    clear: (workflow: string, tenant: string, prefix: string) => void clear.run(workflow, tenant, prefix),
    /** `value` is JSON text. */
    set: (workflow: string, tenant: string, name: string, value: string) => void set.run(workflow, tenant, name, value),
  };
}
