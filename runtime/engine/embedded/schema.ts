/** Raised with every change of the tables; a database of another number is refused rather than guessed at. */
export const SCHEMA_VERSION = 1;

/** `owner` is the process that executes a run; `journal.run` is `runs.seq`; JSON is kept as text. Times in epoch milliseconds. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS runs (
  seq         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  workflow    TEXT NOT NULL,
  tenant      TEXT NOT NULL,
  key         TEXT NOT NULL,
  event_id    TEXT NOT NULL,
  status      TEXT NOT NULL,
  version     TEXT NOT NULL,
  owner       TEXT NOT NULL,
  input       TEXT NOT NULL,
  accepted_at INTEGER NOT NULL,
  not_before  INTEGER NOT NULL,
  finished_at INTEGER,
  reply       TEXT,
  result      TEXT,
  error       TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS runs_unfinished ON runs (owner, workflow) WHERE status IN ('queued', 'running', 'waiting');
CREATE INDEX IF NOT EXISTS runs_finished ON runs (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS journal (
  run             INTEGER NOT NULL,
  name            TEXT NOT NULL,
  position        INTEGER NOT NULL,
  kind            TEXT NOT NULL,
  status          TEXT NOT NULL,
  attempts        INTEGER NOT NULL,
  result          TEXT,
  error           TEXT,
  next_attempt_at INTEGER,
  at              INTEGER NOT NULL,
  PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS state (
  workflow TEXT NOT NULL,
  tenant   TEXT NOT NULL,
  name     TEXT NOT NULL,
  value    TEXT NOT NULL,
  PRIMARY KEY (workflow, tenant, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS dedupe (
  workflow   TEXT NOT NULL,
  tenant     TEXT NOT NULL,
  event_id   TEXT NOT NULL,
  run_id     TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (workflow, tenant, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS dedupe_run ON dedupe (run_id);

CREATE TABLE IF NOT EXISTS schedules (
  workflow TEXT NOT NULL,
  tenant   TEXT NOT NULL,
  pattern  TEXT NOT NULL,
  next_at  INTEGER NOT NULL,
  PRIMARY KEY (workflow, tenant)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS firings (
  workflow     TEXT NOT NULL,
  tenant       TEXT NOT NULL,
  scheduled_at INTEGER NOT NULL,
  run_id       TEXT,
  PRIMARY KEY (workflow, tenant, scheduled_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS processes (
  id         TEXT PRIMARY KEY,
  started_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
