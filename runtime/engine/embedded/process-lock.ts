import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A lock that the operating system frees when the process that holds it ends, however it ends. */
export interface ProcessLock {
  release(): void;
  /** Frees the lock and removes its file: the process is forgotten. */
  remove(): void;
}

/**
 * Takes the lock of process `id` beside the database `file`, or returns `undefined` where a living process holds it. It
 * is SQLite's own lock on an empty file: unlike a process id it is never reused, and unlike a heartbeat it costs nothing.
 */
export function takeProcessLock(file: string, id: string): ProcessLock | undefined {
  if (file === ':memory:') return { release: nothing, remove: nothing };
  const path = join(dirname(file), `process-${id}.lock`);
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    return undefined;
  }
  return {
    release: () => database.close(),
    remove() {
      rmSync(path, { force: true });
      database.close();
    },
  };
}

function nothing(): void {
  return undefined;
}
