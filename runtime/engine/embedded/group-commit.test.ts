import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFile } from '../../testing/test-engine.ts';
import { GroupCommit } from './group-commit.ts';
import { openDatabase } from './open-database.ts';
import { WalSync } from './wal-sync.ts';

function table() {
  const file = temporaryFile();
  const database = openDatabase(file);
  database.exec('CREATE TABLE t (n INTEGER PRIMARY KEY)');
  const insert = database.prepare('INSERT INTO t (n) VALUES (?)');
  const other = new DatabaseSync(file);
  const seen = other.prepare('SELECT 1 FROM t WHERE n = ?');
  const sync = new WalSync(database, file, (error) => expect.unreachable(error.message));
  return {
    commit: new GroupCommit(database, sync),
    sync,
    database,
    other,
    insert,
    seen: (n: number) => seen.get(n) !== undefined,
  };
}

test('a write is acknowledged only when another connection can see it', async () => {
  const { commit, sync, insert, seen, database, other } = table();
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.array(fc.nat(20), { maxLength: 5 }), { maxLength: 5 }), async (turns) => {
      database.exec('DELETE FROM t');
      const writes: Promise<void>[] = [];
      for (const batch of turns) {
        for (const n of batch) {
          // A number that is there already fails, and only for itself.
          const expected = seen(n);
          writes.push(
            commit
              .write(() => insert.run(n))
              .then(
                () => expect(seen(n)).toBe(true),
                () => expect(expected || seen(n)).toBe(true),
              ),
          );
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
      await Promise.all(writes);
      for (const n of turns.flat()) expect(seen(n)).toBe(true);
    }),
    { numRuns: 40 },
  );
  other.close();
  sync.close();
  database.close();
});

test('the writes of one turn are one transaction', async () => {
  const { commit, sync, insert, seen, database, other } = table();
  let inside: readonly boolean[] = [];
  const first = commit.write(() => insert.run(1));
  const second = commit.write(() => {
    insert.run(2);
    inside = [seen(1), seen(2)];
  });
  await Promise.all([first, second]);
  expect(inside).toEqual([false, false]);
  expect([seen(1), seen(2)]).toEqual([true, true]);
  other.close();
  sync.close();
  database.close();
});

test('a write that fails takes nothing of its neighbours with it', async () => {
  const { commit, sync, insert, seen, database, other } = table();
  const results = await Promise.allSettled([
    commit.write(() => insert.run(1)),
    commit.write(() => {
      insert.run(2);
      throw new Error('no');
    }),
    commit.write(() => insert.run(3)),
  ]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([seen(1), seen(2), seen(3)]).toEqual([true, false, true]);
  other.close();
  sync.close();
  database.close();
});

test('waits for the transaction of another process', async () => {
  const { commit, sync, insert, seen, database, other } = table();
  other.exec('BEGIN IMMEDIATE');
  const write = commit.write(() => insert.run(1));
  setTimeout(() => other.exec('COMMIT'), 300);
  await write;
  expect(seen(1)).toBe(true);
  other.close();
  sync.close();
  database.close();
});
