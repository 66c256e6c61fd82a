import type { DatabaseSync } from 'node:sqlite';
import type { Failure, JournalEntry, JournalKind } from '../run.ts';
import { jsonOf, numberOf, optionalNumber, textOf } from './columns.ts';
import type { Row } from './columns.ts';
import { failureOf } from './run-store.ts';

/** A journal entry to be written; `result` is JSON text. */
export interface JournalWrite {
  readonly run: number;
  readonly name: string;
  readonly position: number;
  readonly kind: JournalKind;
  readonly status: JournalEntry['status'];
  readonly attempts: number;
  readonly at: number;
  readonly result?: string | undefined;
  readonly error?: Failure;
  readonly nextAttemptAt?: number;
}

/** The table of steps: completed, failed, retrying, or sending what must not be sent twice. The functions that write belong inside a `GroupCommit.write`. */
export type JournalStore = ReturnType<typeof createJournalStore>;

export function createJournalStore(database: DatabaseSync) {
  const put = database.prepare(
    `INSERT OR REPLACE INTO journal (run, name, position, kind, status, attempts, result, error, next_attempt_at, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofRun = database.prepare('SELECT * FROM journal WHERE run = ? ORDER BY position');
  const positionOf = database.prepare('SELECT position FROM journal WHERE run = ? AND name = ?');
  const nextPosition = database.prepare('SELECT max(position) + 1 AS position FROM journal WHERE run = ?');
  const lastCompleted = database.prepare(
    `SELECT max(position) AS position FROM journal WHERE run = ? AND status = 'completed'`,
  );
  // A request whose outcome is unknown is sent again only after a failure that named it: someone has looked.
  const forgetFailures = database.prepare(
    `DELETE FROM journal WHERE run = ?1 AND position >= ?2 AND (
       status = 'retrying' OR status = 'failed' AND (?3 IS NULL OR name = ?3 OR error ->> '$.code' IS NOT 'outcome_unknown')
     )`,
  );
  const forget = database.prepare('DELETE FROM journal WHERE run = ? AND name = ?');

  return {
    put({ run, name, position, kind, status, attempts, result, error, nextAttemptAt, at }: JournalWrite) {
      const failure = error === undefined ? null : JSON.stringify(error);
      put.run(run, name, position, kind, status, attempts, result ?? null, failure, nextAttemptAt ?? null, at);
    },
    forget: (run: number, name: string) => void forget.run(run, name),
    nextPosition: (run: number) => optionalNumber(nextPosition.get(run) ?? {}, 'position') ?? 0,
    of: (run: number): readonly JournalEntry[] => ofRun.all(run).map(entryOf),
    /**
     * Forgets the failures that ended the run, so that these steps run again: from the failed step on, or all after the
     * last completed step where it is not known. A failure that the workflow caught before is kept, with its outcome.
     */
    forgetFailures(run: number, failedStep: string | undefined) {
      const failed = failedStep === undefined ? undefined : positionOf.get(run, failedStep);
      const from = failed ?? lastCompleted.get(run) ?? {};
      forgetFailures.run(run, optionalNumber(from, 'position') ?? 0, failedStep ?? null);
    },
  };
}

function entryOf(row: Row): JournalEntry {
  const result = jsonOf(row, 'result');
  const nextAttemptAt = optionalNumber(row, 'next_attempt_at');
  return {
    name: textOf(row, 'name'),
    kind: kindOf(textOf(row, 'kind')),
    status: statusOf(textOf(row, 'status')),
    attempts: numberOf(row, 'attempts'),
    at: numberOf(row, 'at'),
    ...(result === undefined ? {} : { result }),
    ...(row['error'] === null ? {} : { error: failureOf(textOf(row, 'error')) }),
    ...(nextAttemptAt === undefined ? {} : { nextAttemptAt }),
  };
}

function kindOf(text: string): JournalKind {
  switch (text) {
    case 'step':
    case 'sleep':
    case 'now':
    case 'get':
    case 'set':
    case 'send':
    case 'save':
    case 'remove':
    case 'prune':
    case 'clear':
      return text;
    default:
      throw new TypeError(`'${text}' is no kind of a journal entry`);
  }
}

function statusOf(text: string): JournalEntry['status'] {
  switch (text) {
    case 'completed':
    case 'failed':
    case 'retrying':
    case 'sending':
      return text;
    default:
      throw new TypeError(`'${text}' is no status of a journal entry`);
  }
}
