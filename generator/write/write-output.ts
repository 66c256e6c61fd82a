import { rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { hash } from '../data/hash.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import type { OutputFile } from '../format/format-files.ts';
import { removeEmptyFolders } from './empty-folders.ts';
import type { FileChange } from './file-change.ts';
import { removeLeftovers } from './leftovers.ts';
import { manifestName, type Origin } from './manifest.ts';
import { pendingName, pendingText } from './pending.ts';
import { planWrite, type WritePlan } from './plan-write.ts';
import { stageFile, type StagedFile } from './staged-file.ts';
import { writeProblem } from './write-problem.ts';

export interface WriteOptions {
  /** Messages name files relative to it. */
  readonly cwd: string;
  /** Overwrite files that were edited by hand or were not generated. */
  readonly force?: boolean;
  /** What else the manifest is to hold; `version`, `files` and `ejected` are its own. */
  readonly notes?: Readonly<Record<string, unknown>>;
  /** What each file was made from. */
  readonly origins?: ReadonlyMap<string, Origin>;
}

/** Paths below the output folder. The manifest is not among them. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Files that belong to the user. */
  readonly ejected: readonly string[];
  /** The hash of the manifest that stands now; empty where nothing could be written. */
  readonly manifest: string;
  /** What was kept from being written: files that were edited by hand, or never generated. */
  readonly refused: readonly FileChange[];
  /** With an error among them the folder is as it was, or, where the disk failed midway, still fit for the next build. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How many files are on their way to the disk at a time. */
const atOnce = 16;

/**
 * Makes a folder hold an output: writes what changed, removes what earlier builds wrote and this one does not, and touches
 * nothing else. A file that was edited by hand, was ejected, or was never generated, is neither overwritten nor removed.
 * All files are on the disk before the first takes its place; the manifest comes last. Never rejects.
 */
export async function writeOutput(
  outputDir: string,
  files: readonly OutputFile[],
  options: WriteOptions,
): Promise<WriteResult> {
  const directory = resolve(options.cwd, outputDir);
  const { nameOf, plan } = await compareOutput(directory, files, options);
  const nothing = { written: [], unchanged: [], removed: [], ejected: [], manifest: '' };
  const refused = plan.changes.filter(({ kind }) => kind === 'edited' || kind === 'foreign');
  if (hasErrors(plan.diagnostics)) return { ...nothing, refused, diagnostics: plan.diagnostics };

  await removeLeftovers(directory);
  const staged = await stageAll(directory, toStage(plan), nameOf);
  const problem = 'problem' in staged ? staged.problem : await commitAll(directory, staged.files, plan.remove, nameOf);
  if (problem !== undefined) return { ...nothing, refused: [], diagnostics: [...plan.diagnostics, problem] };
  await rm(join(directory, pendingName), { force: true }).catch(() => undefined);
  return {
    written: plan.write.map(({ path }) => path),
    unchanged: plan.unchanged,
    removed: plan.remove,
    ejected: plan.ejected,
    manifest: plan.digest,
    refused: [],
    diagnostics: plan.diagnostics,
  };
}

/** What `writeOutput` would do; writes nothing. */
export async function compareOutput(
  outputDir: string,
  files: readonly OutputFile[],
  { cwd, force = false, notes = {}, origins = new Map() }: WriteOptions,
): Promise<{ readonly nameOf: NameOf; readonly plan: WritePlan }> {
  const directory = resolve(cwd, outputDir);
  const nameOf = (path: string): string => displayPath(join(directory, path), resolve(cwd));
  return { nameOf, plan: await planWrite(directory, files, { nameOf, force, notes, origins }) };
}

/** In the order in which they are put in their places. */
function toStage({ write, manifest, pending: earlier }: WritePlan): readonly OutputFile[] {
  const pending = pendingText(new Map(write.map(({ path, text }) => [path, hash(text)])), earlier);
  return [
    ...(write.length > 0 ? [{ path: pendingName, text: pending }] : []),
    ...write,
    ...(manifest === undefined ? [] : [{ path: manifestName, text: manifest }]),
  ];
}

type NameOf = (path: string) => string;

async function stageAll(
  directory: string,
  files: readonly OutputFile[],
  nameOf: NameOf,
): Promise<{ files: readonly StagedFile[] } | { problem: Diagnostic }> {
  const staged: StagedFile[] = [];
  for (let from = 0; from < files.length; from += atOnce) {
    const batch = files.slice(from, from + atOnce);
    const outcomes = await Promise.allSettled(
      batch.map(async ({ path, text }) => await stageFile(join(directory, path), text)),
    );
    staged.push(...outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])));
    const failed = outcomes.findIndex((outcome) => outcome.status === 'rejected');
    const failure = outcomes[failed];
    if (failure?.status === 'rejected') {
      for (const one of staged.toReversed()) await one.discard();
      return { problem: writeProblem(failure.reason, 'write', nameOf(batch[failed]?.path ?? '')) };
    }
  }
  return { files: staged };
}

/**
 * Puts the files in their places, then removes what is no longer generated (which always changes the manifest), then puts
 * the manifest. If a step fails the old manifest stays, and the next build does the rest.
 */
async function commitAll(
  directory: string,
  staged: readonly StagedFile[],
  remove: readonly string[],
  nameOf: NameOf,
): Promise<Diagnostic | undefined> {
  let problem: Diagnostic | undefined;
  for (const file of staged) {
    const path = file.path.slice(directory.length + 1).replaceAll(sep, '/');
    if (path === manifestName) problem ??= await removeAll(directory, remove, nameOf);
    if (problem === undefined) problem = await attempt('write', nameOf(path), async () => await file.commit());
    if (problem !== undefined) await file.discard();
  }
  return problem;
}

async function removeAll(directory: string, paths: readonly string[], nameOf: NameOf): Promise<Diagnostic | undefined> {
  for (const path of paths) {
    const problem = await attempt('remove', nameOf(path), async () => await rm(join(directory, path)));
    if (problem !== undefined) return problem;
    await removeEmptyFolders(dirname(join(directory, path)), directory);
  }
  return undefined;
}

async function attempt(action: string, name: string, step: () => Promise<void>): Promise<Diagnostic | undefined> {
  try {
    await step();
    return undefined;
  } catch (error) {
    return writeProblem(error, action, name);
  }
}
