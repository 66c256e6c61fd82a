import type { DatabaseSync } from 'node:sqlite';
import { createDedupeStore } from './dedupe-store.ts';
import type { DedupeStore } from './dedupe-store.ts';
import { GroupCommit } from './group-commit.ts';
import { createJournalStore } from './journal-store.ts';
import type { JournalStore } from './journal-store.ts';
import { openDatabase } from './open-database.ts';
import { createProcessStore } from './process-store.ts';
import type { ProcessStore } from './process-store.ts';
import { createRunStore } from './run-store.ts';
import type { RunStore } from './run-store.ts';
import { createScheduleStore } from './schedule-store.ts';
import type { ScheduleStore } from './schedule-store.ts';
import { createStateStore } from './state-store.ts';
import type { StateStore } from './state-store.ts';

/** All that the engine keeps on disk. Reads are synchronous; writes go through `commit`. */
export interface Store {
  readonly file: string;
  readonly database: DatabaseSync;
  readonly commit: GroupCommit;
  readonly runs: RunStore;
  readonly journal: JournalStore;
  readonly state: StateStore;
  readonly dedupe: DedupeStore;
  readonly schedules: ScheduleStore;
  readonly processes: ProcessStore;
}

export function openStore(file: string): Store {
  const database = openDatabase(file);
  return {
    file,
    database,
    commit: new GroupCommit(database),
    runs: createRunStore(database),
    journal: createJournalStore(database),
    state: createStateStore(database),
    dedupe: createDedupeStore(database),
    schedules: createScheduleStore(database),
    processes: createProcessStore(database),
  };
}
