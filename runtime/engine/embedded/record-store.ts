import type { DatabaseSync } from 'node:sqlite';
import type { Json } from '../../context/json.ts';
import type { RecordFilter, SavedCounts, StoredRecord } from '../records.ts';
import { recordHash } from '../records.ts';
import { jsonOf, numberOf, optionalNumber, textOf } from './columns.ts';
import type { Row } from './columns.ts';

/** Who writes: `cycle` tells what belongs to one refresh from what earlier ones left. */
export interface RecordWriter {
  readonly tenant: string;
  readonly workflow: string;
  readonly cycle: number;
  readonly at: number;
}

export interface RecordWrite {
  readonly id: string;
  readonly value: Json;
}

/** `deleted_at` makes a row a tombstone, whose value is gone. In a file of its own, as databases that lack it get it. */
export const RECORDS_SCHEMA = `
CREATE TABLE IF NOT EXISTS records (
  tenant     TEXT NOT NULL,
  model      TEXT NOT NULL,
  id         TEXT NOT NULL,
  position   INTEGER NOT NULL,
  value      TEXT,
  hash       TEXT,
  workflow   TEXT NOT NULL,
  cycle      INTEGER NOT NULL,
  saved_at   INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER,
  PRIMARY KEY (tenant, model, id)
) STRICT, WITHOUT ROWID;
`;

/** The table of records. Every function is synchronous; the ones that write belong inside a `GroupCommit.write`. */
export type RecordStore = ReturnType<typeof createRecordStore>;

export function createRecordStore(database: DatabaseSync) {
  const find = database.prepare('SELECT hash, deleted_at FROM records WHERE tenant = ? AND model = ? AND id = ?');
  const nextPosition = database.prepare(
    'SELECT coalesce(max(position), 0) + 1 AS position FROM records WHERE tenant = ?',
  );
  const put = database.prepare(
    `INSERT INTO records (tenant, model, id, position, value, hash, workflow, cycle, saved_at, changed_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)
     ON CONFLICT DO UPDATE SET value = ?5, hash = ?6, workflow = ?7, cycle = ?8, saved_at = ?9, deleted_at = NULL,
       changed_at = iif(hash IS ?6 AND deleted_at IS NULL, changed_at, ?9),
       position = iif(deleted_at IS NULL, position, ?4)`,
  );
  const bury = `UPDATE records SET value = NULL, hash = NULL, changed_at = ?1, deleted_at = ?1`;
  const remove = database.prepare(`${bury} WHERE tenant = ?2 AND model = ?3 AND id = ?4 AND deleted_at IS NULL`);
  const stale = database.prepare(
    `SELECT id FROM records WHERE tenant = ? AND model = ? AND workflow = ? AND cycle <> ? AND deleted_at IS NULL ORDER BY position`,
  );
  const list = database.prepare(
    `SELECT * FROM records WHERE (?1 IS NULL OR tenant = ?1) AND (?2 IS NULL OR model = ?2) AND (?3 OR deleted_at IS NULL)
     ORDER BY tenant, model, position`,
  );
  const removeOne = ({ tenant, at }: RecordWriter, model: string, id: string): boolean =>
    remove.run(at, tenant, model, id).changes === 1;

  return {
    save({ tenant, workflow, cycle, at }: RecordWriter, model: string, records: readonly RecordWrite[]): SavedCounts {
      const counts = { added: 0, updated: 0, unchanged: 0 };
      let position = numberOf(nextPosition.get(tenant) ?? {}, 'position');
      for (const { id, value } of records) {
        const known = find.get(tenant, model, id);
        const hash = recordHash(value);
        if (known === undefined || known['deleted_at'] !== null) counts.added += 1;
        else counts[known['hash'] === hash ? 'unchanged' : 'updated'] += 1;
        put.run(tenant, model, id, position, JSON.stringify(value), hash, workflow, cycle, at);
        position += 1;
      }
      return counts;
    },
    /** Returns how many of them were there. */
    remove: (writer: RecordWriter, model: string, ids: readonly string[]): number =>
      ids.filter((id) => removeOne(writer, model, id)).length,
    /** Removes what the workflow saved in other cycles than this one; returns the ids. */
    prune(writer: RecordWriter, model: string): readonly string[] {
      const { tenant, workflow, cycle } = writer;
      const ids = stale.all(tenant, model, workflow, cycle).map((row) => textOf(row, 'id'));
      for (const id of ids) removeOne(writer, model, id);
      return ids;
    },
    /** In the order in which they were first saved. */
    list: ({ model, tenant, deleted = false }: RecordFilter): readonly StoredRecord[] =>
      list.all(tenant ?? null, model ?? null, deleted ? 1 : 0).map(recordOf),
  };
}

function recordOf(row: Row): StoredRecord {
  const value = jsonOf(row, 'value');
  const deletedAt = optionalNumber(row, 'deleted_at');
  return {
    model: textOf(row, 'model'),
    id: textOf(row, 'id'),
    ...(value !== undefined && { value }),
    tenant: textOf(row, 'tenant'),
    workflow: textOf(row, 'workflow'),
    savedAt: numberOf(row, 'saved_at'),
    changedAt: numberOf(row, 'changed_at'),
    ...(deletedAt !== undefined && { deletedAt }),
  };
}
