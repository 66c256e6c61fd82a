import type { DatabaseSync } from 'node:sqlite';
import { textOf } from './columns.ts';

/** The processes that work on this database, the dead ones included until their runs are adopted. */
export type ProcessStore = ReturnType<typeof createProcessStore>;

export function createProcessStore(database: DatabaseSync) {
  const add = database.prepare('INSERT INTO processes (id, started_at) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM processes WHERE id = ?');
  const all = database.prepare('SELECT id FROM processes');
  return {
    add: (id: string, at: number) => void add.run(id, at),
    remove: (id: string) => void remove.run(id),
    others: (id: string): readonly string[] =>
      all.all().flatMap((row) => (textOf(row, 'id') === id ? [] : textOf(row, 'id'))),
  };
}
