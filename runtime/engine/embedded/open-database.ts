import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { RECORDS_SCHEMA } from './record-store.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** How long a write waits inside SQLite for another process's commit; it blocks the event loop, so it is short, and `GroupCommit` tries again. */
const BUSY_MS = 200;

/** Opens the engine's database, creating file, folder and tables where they are missing. `:memory:` keeps nothing. */
export function openDatabase(file: string): DatabaseSync {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;');
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version !== 0 && version !== SCHEMA_VERSION) {
    database.close();
    throw new Error(
      `${file} was written by another version of the engine (its schema is ${version}, this one's is ${SCHEMA_VERSION}); use the version that wrote it, or another data folder`,
    );
  }
  if (version === 0) database.exec(`BEGIN IMMEDIATE; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
  database.exec(RECORDS_SCHEMA);
  database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  return database;
}
