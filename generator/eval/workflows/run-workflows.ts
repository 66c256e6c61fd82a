import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { temporaryPrefix } from '../../write/leftovers.ts';
import type { LabParts, WorkflowResult, WorkflowResults, WorkflowRun } from '../lab/lab-parts.ts';
import type { EvalIntegration } from '../subject/integration.ts';
import { shortReason } from './short-reason.ts';
import { transcriptText, unfilledGap } from './transcript-text.ts';
import { TRANSCRIPT_TEST, TRANSCRIPTS } from './transcript-tests.ts';

/** How a test ended, as `flowright test` says it. */
export interface TestedCriterion {
  /** Relative to the integration's folder. */
  readonly file: string;
  /** `AC1`; absent where a file cannot be loaded. */
  readonly id?: string;
  readonly state: 'passed' | 'failed' | 'not verified';
  readonly reason?: readonly string[];
}

/** Runs the tests of folders in one go. */
export type RunTests = (
  folders: readonly string[],
) => Promise<readonly { readonly folder: string; readonly criteria: readonly TestedCriterion[] }[]>;

/** Runs workflows against their mock systems with bodies in place: the machinery of `flowright test`, in a temporary folder. */
export function workflowRunner(integrations: readonly EvalIntegration[], run: RunTests): LabParts['runWorkflows'] {
  const known = new Map(integrations.map((one) => [one.plan.name, one]));
  return async (runs) => {
    if (runs.length === 0) return [];
    const root = await mkdtemp(path.join(tmpdir(), temporaryPrefix()));
    try {
      const folders = runs.map((_, at) => path.join(root, String(at)));
      for (const [at, one] of runs.entries()) stage(one, folders[at] ?? root, known.get(one.integration));
      const tested = new Map((await run(folders)).map(({ folder, criteria }) => [folder, criteria]));
      return await Promise.all(
        folders.map((folder, at) =>
          resultsOf(folder, tested.get(folder) ?? [], known.get(runs[at]?.integration ?? '')),
        ),
      );
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  };
}

/** Writes an integration's files, all at once: hundreds of small ones, each awaited, take several times as long. */
function stage({ fills }: WorkflowRun, folder: string, integration: EvalIntegration | undefined): void {
  if (integration === undefined) return;
  const filled = new Map(
    integration.plan.logic.flatMap(({ id, symbol }) => {
      const text = fills.get(id);
      return text === undefined ? [] : [[symbol.file, text] as const];
    }),
  );
  const parents = new Set(integration.files.map(({ path: file }) => path.dirname(path.join(folder, file))));
  for (const parent of parents) mkdirSync(parent, { recursive: true });
  for (const { path: file, text } of integration.files)
    writeFileSync(path.join(folder, file), filled.get(file) ?? text);
}

async function resultsOf(
  folder: string,
  criteria: readonly TestedCriterion[],
  integration: EvalIntegration | undefined,
): Promise<WorkflowResults> {
  const results = new Map<string, WorkflowResult>();
  const transcripts = await readTranscripts(path.join(folder, TRANSCRIPTS));
  for (const { workflow, file } of integration?.plan.tests.files ?? [])
    for (const one of criteria)
      if (one.file === file && one.id !== undefined && one.state !== 'not verified')
        results.set(`${workflow}#${one.id}`, resultOf(one));
  for (const name of integration?.rubrics.keys() ?? []) {
    const id = name.slice(name.indexOf('#') + 1);
    const failed = criteria.find(
      (one) => one.file.startsWith(TRANSCRIPT_TEST) && one.id === id && one.state === 'failed',
    );
    const transcript = transcripts.get(name);
    if (failed !== undefined) results.set(name, resultOf(failed));
    else if (transcript !== undefined) results.set(name, transcript);
  }
  // A file that cannot be loaded has no criteria of its own to say so.
  const broken = criteria.find(({ id, state }) => id === undefined && state === 'failed');
  if (broken !== undefined)
    for (const { workflow, criteria: own } of integration?.plan.tests.files ?? [])
      for (const { id } of own)
        if (!results.has(`${workflow}#${id}`)) results.set(`${workflow}#${id}`, resultOf(broken));
  return results;
}

function resultOf({ state, reason = [] }: TestedCriterion): WorkflowResult {
  return { passed: state === 'passed', ...(reason.length > 0 && { reason: shortReason(reason) }) };
}

async function readTranscripts(folder: string): Promise<ReadonlyMap<string, WorkflowResult>> {
  const names = await readdir(folder).catch(() => []);
  const read = names.map(async (name): Promise<readonly [string, WorkflowResult]> => {
    const json = await readFile(path.join(folder, name), 'utf8');
    const unfilled = unfilledGap(json);
    return [
      decodeURIComponent(name.replace(/\.json$/, '')),
      unfilled === undefined ? { passed: true, transcript: transcriptText(json) } : { passed: false, reason: unfilled },
    ];
  });
  return new Map(await Promise.all(read));
}
