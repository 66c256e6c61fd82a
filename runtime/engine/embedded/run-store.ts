import type { DatabaseSync } from 'node:sqlite';
import type { Reply } from '../../context/context.ts';
import type { RunFilter } from '../engine.ts';
import type { Failure, RunRecord, RunStatus } from '../run.ts';
import { numberOf, optionalNumber, parseJson, textOf } from './columns.ts';
import type { Row } from './columns.ts';

/** What is known of a run when it is accepted; `input` is JSON text. */
export interface NewRun {
  readonly id: string;
  readonly workflow: string;
  readonly tenant: string;
  readonly key: string;
  readonly eventId: string;
  readonly version: string;
  readonly owner: string;
  readonly input: string;
  readonly acceptedAt: number;
  readonly notBefore: number;
}

const UNFINISHED = `status IN ('queued', 'running', 'waiting')`;

/** The table of runs. Every function is synchronous; the ones that write belong inside a `GroupCommit.write`. */
export type RunStore = ReturnType<typeof createRunStore>;

export function createRunStore(database: DatabaseSync) {
  const insert = database.prepare(
    `INSERT INTO runs (id, workflow, tenant, key, event_id, status, version, owner, input, accepted_at, not_before)
     VALUES (?, ?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?)`,
  );
  const setStatus = database.prepare(`UPDATE runs SET status = ? WHERE seq = ? AND ${UNFINISHED}`);
  const setReply = database.prepare('UPDATE runs SET reply = ? WHERE seq = ? AND reply IS NULL');
  const finish = database.prepare('UPDATE runs SET status = ?, result = ?, error = ?, finished_at = ? WHERE seq = ?');
  const reopen = database.prepare(
    `UPDATE runs SET status = 'queued', version = ?, owner = ?, not_before = ?, result = NULL, error = NULL, finished_at = NULL WHERE id = ? AND status = 'failed'`,
  );
  const byId = database.prepare('SELECT * FROM runs WHERE id = ?');
  const owned = database.prepare(`SELECT * FROM runs WHERE owner = ? AND ${UNFINISHED} ORDER BY not_before, seq`);
  const adopt = database.prepare(`UPDATE runs SET owner = ? WHERE owner = ? AND ${UNFINISHED}`);
  const anyOf = database.prepare(
    `SELECT 1 FROM runs INDEXED BY runs_unfinished WHERE workflow = ? AND tenant = ? AND ${UNFINISHED} LIMIT 1`,
  );
  const list = database.prepare(
    `SELECT * FROM runs WHERE (?1 IS NULL OR workflow = ?1) AND (?2 IS NULL OR tenant = ?2) AND (?3 IS NULL OR status = ?3)
     AND (?4 IS NULL OR seq < ?4) ORDER BY seq DESC LIMIT ?5`,
  );
  const old = database.prepare(
    `SELECT seq FROM runs WHERE finished_at < ?2 AND status = ?1
     AND NOT EXISTS (SELECT 1 FROM dedupe WHERE dedupe.run_id = runs.id AND dedupe.expires_at > ?3) ORDER BY finished_at LIMIT ?4`,
  );
  const forget = database.prepare('DELETE FROM runs WHERE seq = ?');
  const forgetJournal = database.prepare('DELETE FROM journal WHERE run = ?');

  return {
    /** Returns the run's sequence number. */
    insert(run: NewRun): number {
      const { id, workflow, tenant, key, eventId, version, owner, input, acceptedAt, notBefore } = run;
      return Number(
        insert.run(id, workflow, tenant, key, eventId, version, owner, input, acceptedAt, notBefore).lastInsertRowid,
      );
    },
    setStatus: (seq: number, status: RunStatus) => void setStatus.run(status, seq),
    /** The first reply counts: false where there was one. */
    setReply: (seq: number, reply: string) => setReply.run(reply, seq).changes === 1,
    finish(
      seq: number,
      status: 'completed' | 'failed',
      result: string | undefined,
      error: Failure | undefined,
      at: number,
    ) {
      finish.run(status, result ?? null, error === undefined ? null : JSON.stringify(error), at, seq);
    },
    /** Makes a failed run an accepted one again; false where it is not failed. */
    reopen: (id: string, version: string, owner: string, at: number) =>
      reopen.run(version, owner, at, id).changes === 1,
    find(id: string): RunRecord | undefined {
      const row = byId.get(id);
      return row === undefined ? undefined : runOf(row);
    },
    /** In the order in which they are due. */
    unfinishedOf: (owner: string): readonly RunRecord[] => owned.all(owner).map(runOf),
    adopt: (from: string, to: string) => void adopt.run(to, from),
    hasUnfinished: (workflow: string, tenant: string) => anyOf.get(workflow, tenant) !== undefined,
    list: ({ workflow, tenant, status, limit = 50, beforeSeq }: RunFilter): readonly RunRecord[] =>
      list.all(workflow ?? null, tenant ?? null, status ?? null, beforeSeq ?? null, limit).map(runOf),
    /**
     * Deletes runs that finished before `before`, with their journals, except those that a remembered event id still
     * points to; at most `limit`, so that no write takes long. Returns how many went.
     */
    prune(status: 'completed' | 'failed', before: number, now: number, limit: number): number {
      const rows = old.all(status, before, now, limit);
      for (const row of rows) {
        forgetJournal.run(numberOf(row, 'seq'));
        forget.run(numberOf(row, 'seq'));
      }
      return rows.length;
    },
  };
}

function runOf(row: Row): RunRecord {
  const finishedAt = optionalNumber(row, 'finished_at');
  return {
    id: textOf(row, 'id'),
    seq: numberOf(row, 'seq'),
    workflow: textOf(row, 'workflow'),
    tenant: textOf(row, 'tenant'),
    key: textOf(row, 'key'),
    eventId: textOf(row, 'event_id'),
    status: statusOf(textOf(row, 'status')),
    version: textOf(row, 'version'),
    input: parseJson(textOf(row, 'input')),
    acceptedAt: numberOf(row, 'accepted_at'),
    notBefore: numberOf(row, 'not_before'),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    ...(row['reply'] === null ? {} : { reply: replyOf(textOf(row, 'reply')) }),
    ...(row['result'] === null ? {} : { result: parseJson(textOf(row, 'result')) }),
    ...(row['error'] === null ? {} : { error: failureOf(textOf(row, 'error')) }),
  };
}

function statusOf(text: string): RunStatus {
  switch (text) {
    case 'queued':
    case 'running':
    case 'waiting':
    case 'completed':
    case 'failed':
      return text;
    default:
      throw new TypeError(`'${text}' is no status of a run`);
  }
}

function replyOf(text: string): Reply {
  const reply: Reply = JSON.parse(text);
  return reply;
}

/** A failure as this engine wrote it. */
export function failureOf(text: string): Failure {
  const failure: Failure = JSON.parse(text);
  return failure;
}
