import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFile } from '../../testing/test-engine.ts';
import { GroupCommit } from './group-commit.ts';
import { openDatabase } from './open-database.ts';
import { WalSync } from './wal-sync.ts';

afterEach(() => void vi.useRealTimers());

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A table whose flushes end when the test says so. */
function table() {
  const file = temporaryFile();
  const database = openDatabase(file);
  database.exec('CREATE TABLE t (n INTEGER PRIMARY KEY)');
  const insert = database.prepare('INSERT INTO t (n) VALUES (?)');
  const other = new DatabaseSync(file);
  const seen = (): readonly number[] =>
    other
      .prepare('SELECT n FROM t ORDER BY n')
      .all()
      .map((row) => Number(row['n']));
  /** What another connection sees when each flush begins, and how to end the flush. */
  const flushes: { readonly seen: readonly number[]; readonly end: (error: Error | null) => void }[] = [];
  const failures: string[] = [];
  const sync = new WalSync(
    database,
    file,
    (error) => failures.push(error.message),
    (_, end) => flushes.push({ seen: seen(), end }),
  );
  const commit = new GroupCommit(database, sync);
  const acknowledged: number[] = [];
  const write = async (n: number): Promise<void> => {
    await commit.write(() => insert.run(n));
    acknowledged.push(n);
  };
  const close = (): void => {
    sync.close();
    other.close();
    database.close();
  };
  return { sync, commit, flushes, failures, acknowledged, write, seen, other, close };
}

test('a write is acknowledged when the flush that began after its commit has ended, not before', async () => {
  const { flushes, acknowledged, write, close } = table();
  const written = write(1);
  await turn();
  expect(flushes.map((flush) => flush.seen)).toEqual([[1]]);
  await turn();
  expect(acknowledged).toEqual([]);
  flushes[0]?.end(null);
  await written;
  expect(acknowledged).toEqual([1]);
  close();
});

test('a second batch does not wait for the flush of the first; a third collects until one has ended', async () => {
  const { flushes, acknowledged, write, seen, close } = table();
  const written: Promise<void>[] = [];
  for (const n of [1, 2, 3, 4]) {
    written.push(write(n));
    await turn();
  }
  expect(seen()).toEqual([1, 2]);
  flushes[1]?.end(null);
  await turn();
  await turn();
  expect(acknowledged).toEqual([2]);
  expect(flushes.map((flush) => flush.seen)).toEqual([[1], [1, 2], [1, 2, 3, 4]]);
  flushes[0]?.end(null);
  flushes[2]?.end(null);
  await Promise.all(written);
  close();
});

test('what a disk did not take is acknowledged only after the log was written elsewhere', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { sync, commit, flushes, failures, acknowledged, write, other, close } = table();
  const written = [write(1)];
  await turn();
  written.push(write(2));
  await turn();
  flushes[0]?.end(new Error('EIO'));
  // The second began before the failure was known: that it ended well proves nothing.
  flushes[1]?.end(null);
  written.push(write(3));
  await turn();
  expect({ failing: sync.failing, failures, acknowledged, flushes: flushes.length }).toEqual({
    failing: true,
    failures: ['EIO'],
    acknowledged: [],
    flushes: 2,
  });
  // Who closes does not wait for a broken disk.
  await commit.drain();

  // A reader keeps the checkpoint from emptying the log.
  other.exec('BEGIN');
  other.prepare('SELECT n FROM t').all();
  vi.runOnlyPendingTimers();
  await turn();
  expect({ failing: sync.failing, acknowledged }).toEqual({ failing: true, acknowledged: [] });
  expect(failures).toHaveLength(2);
  other.exec('COMMIT');
  vi.runOnlyPendingTimers();
  await turn();
  expect({ failing: sync.failing, acknowledged }).toEqual({ failing: false, acknowledged: [1, 2] });
  await turn();
  flushes[2]?.end(null);
  await Promise.all(written);
  expect(acknowledged).toEqual([1, 2, 3]);
  close();
});
