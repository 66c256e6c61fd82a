import type { DatabaseSync } from 'node:sqlite';
import { createDedupeStore } from './dedupe-store.ts';
import type { DedupeStore } from './dedupe-store.ts';
import { GroupCommit } from './group-commit.ts';
import { createJournalStore } from './journal-store.ts';
import type { JournalStore } from './journal-store.ts';
import { openDatabase } from './open-database.ts';
import { createProcessStore } from './process-store.ts';
import type { ProcessStore } from './process-store.ts';
import { createRecordStore } from './record-store.ts';
import type { RecordStore } from './record-store.ts';
import { createRunStore } from './run-store.ts';
import type { RunStore } from './run-store.ts';
import { createScheduleStore } from './schedule-store.ts';
import type { ScheduleStore } from './schedule-store.ts';
import { createStateStore } from './state-store.ts';
import type { StateStore } from './state-store.ts';
import { WalSync } from './wal-sync.ts';

/** All that the engine keeps on disk. Reads are synchronous; writes go through `commit`. */
export interface Store {
  readonly file: string;
  readonly database: DatabaseSync;
  readonly commit: GroupCommit;
  readonly runs: RunStore;
  readonly journal: JournalStore;
  readonly state: StateStore;
  readonly records: RecordStore;
  readonly dedupe: DedupeStore;
  readonly schedules: ScheduleStore;
  readonly processes: ProcessStore;
  /** The disk does not take what was written. */
  failing(): boolean;
  close(): void;
}

/** `onFailure` hears, again and again, why the disk does not take what was written. */
export function openStore(file: string, onFailure: (error: Error) => void): Store {
  const database = openDatabase(file);
  const sync = file === ':memory:' ? undefined : new WalSync(database, file, onFailure);
  return {
    file,
    database,
    commit: new GroupCommit(database, sync),
    runs: createRunStore(database),
    journal: createJournalStore(database),
    state: createStateStore(database),
    records: createRecordStore(database),
    dedupe: createDedupeStore(database),
    schedules: createScheduleStore(database),
    processes: createProcessStore(database),
    failing: () => sync?.failing === true,
    close() {
      sync?.close();
      database.close();
    },
  };
}
