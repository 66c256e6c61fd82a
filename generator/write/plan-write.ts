import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hash } from '../data/hash.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OutputFile } from '../format/format-files.ts';
import type { FileChange } from './file-change.ts';
import { manifestName, manifestText, type ManifestFile, type Origin } from './manifest.ts';
import type { Pending } from './pending.ts';
import { isPathBelow, passesLink } from './path-below.ts';
import { isMissing, previousOutput, type PreviousOutput } from './previous-output.ts';
import { writeProblem } from './write-problem.ts';

/** What writing an output would do. With errors among the diagnostics nothing may be written. */
export interface WritePlan {
  readonly write: readonly OutputFile[];
  readonly unchanged: readonly string[];
  readonly remove: readonly string[];
  /** What interrupted builds may have put in the folder. */
  readonly pending: Pending;
  /** Files that belong to the user. */
  readonly ejected: readonly string[];
  /** The manifest that it leads to; undefined where it stands there already. */
  readonly manifest: string | undefined;
  /** The hash of that manifest. */
  readonly digest: string;
  /** Everything that differs, sorted by path. */
  readonly changes: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanOptions {
  /** How messages call a file of the output folder. */
  readonly nameOf: (path: string) => string;
  /** Overwrite files that were edited by hand or were not generated. */
  readonly force: boolean;
  /** What else the manifest is to hold. */
  readonly notes: Readonly<Record<string, unknown>>;
  /** What each file was made from. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Compares an output with what stands in its folder. Writes nothing; never rejects. */
export async function planWrite(
  directory: string,
  files: readonly OutputFile[],
  options: PlanOptions,
): Promise<WritePlan> {
  const { nameOf, force } = options;
  const diagnostics: Diagnostic[] = [...impossible(files, directory, nameOf)];
  const previous = await previousOutput(directory, nameOf);
  if (previous.problem !== undefined && !force) diagnostics.push(previous.problem);
  if (diagnostics.length > 0)
    return {
      write: [],
      unchanged: [],
      remove: [],
      pending: new Map(),
      ejected: [],
      manifest: undefined,
      digest: '',
      changes: [],
      diagnostics,
    };

  const { ejected } = previous.manifest;
  const write: OutputFile[] = [];
  const unchanged: string[] = [];
  const remove: string[] = [];
  const changes: FileChange[] = [];
  for (const path of ejected.keys()) {
    const found = await look(directory, path, nameOf);
    if (found.text === undefined) diagnostics.push(found.problem ?? diagnostic('FR5007', { file: nameOf(path) }));
  }
  const ours = files.filter(({ path }) => !ejected.has(path));
  const standing = await Promise.all(
    ours.map(async (file) => ({ file, found: await look(directory, file.path, nameOf) })),
  );
  for (const { file, found } of standing) {
    const kind = found.problem === undefined ? kindOf(file, found, previous) : undefined;
    if (found.problem !== undefined) diagnostics.push(found.problem);
    else if (kind === undefined) unchanged.push(file.path);
    else if (force || kind === 'add' || kind === 'change') write.push(file);
    else diagnostics.push(diagnostic(kind === 'edited' ? 'FR5001' : 'FR5002', { file: nameOf(file.path) }));
    if (kind !== undefined) changes.push({ path: file.path, kind, before: found.text ?? '', after: file.text });
  }

  const generated = new Set(files.map(({ path }) => path));
  for (const path of new Set([...previous.manifest.files.keys(), ...previous.pending.keys()])) {
    if (generated.has(path) || ejected.has(path)) continue;
    const { text, digest = '' } = await look(directory, path, nameOf);
    if (text === undefined) continue;
    const kind = previous.wasGenerated(path, digest) ? 'remove' : 'kept';
    if (kind === 'remove') remove.push(path);
    else diagnostics.push(diagnostic('FR5006', { file: nameOf(path) }));
    changes.push({ path, kind, before: text, after: '' });
  }

  const manifest = nextManifest(files, previous, options);
  if (manifest !== previous.text)
    changes.push({
      path: manifestName,
      kind: previous.text === undefined ? 'add' : 'change',
      before: previous.text ?? '',
      after: manifest,
    });
  return {
    write,
    unchanged,
    remove,
    pending: previous.pending,
    ejected: [...ejected.keys()],
    manifest: manifest === previous.text ? undefined : manifest,
    digest: hash(manifest),
    changes: changes.toSorted((left, right) => (left.path < right.path ? -1 : 1)),
    diagnostics,
  };
}

/** An ejected file keeps its entry, with the hash of what would be generated today. */
function nextManifest(files: readonly OutputFile[], previous: PreviousOutput, { notes, origins }: PlanOptions): string {
  const entries = new Map(
    files.map(({ path, text }): [string, ManifestFile] => [path, { sha256: hash(text), ...origins.get(path) }]),
  );
  const ejected = new Map([...previous.manifest.ejected].map(([path, entry]) => [path, entries.get(path) ?? entry]));
  for (const path of ejected.keys()) entries.delete(path);
  return manifestText({ files: entries, ejected, notes });
}

/** Files that must not be written, whatever stands in the folder: those outside, and two in one place. */
function impossible(
  files: readonly OutputFile[],
  directory: string,
  nameOf: (path: string) => string,
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => {
    if (!isPathBelow(path)) return [diagnostic('FR5003', { file: path, directory: nameOf('') })];
    const place = path.toLowerCase();
    const twice = seen.has(place) || place === manifestName;
    seen.add(place);
    return twice
      ? [diagnostic('FR9001', { stage: 'write', reason: `two files want to be '${join(directory, path)}'` })]
      : [];
  });
}

interface Found {
  readonly digest?: string;
  readonly text?: string;
  readonly problem?: Diagnostic;
}

/** How a file differs from what stands in its place; undefined where it does not. */
function kindOf(
  { path, text }: OutputFile,
  { digest }: Found,
  previous: PreviousOutput,
): FileChange['kind'] | undefined {
  if (digest === undefined) return 'add';
  if (digest === hash(text)) return undefined;
  if (previous.wasGenerated(path, digest)) return 'change';
  return previous.manifest.files.has(path) ? 'edited' : 'foreign';
}

/** What stands in a file's place; nothing where nothing does. */
async function look(directory: string, path: string, nameOf: (path: string) => string): Promise<Found> {
  const name = nameOf(path);
  if (await passesLink(directory, path))
    return { problem: diagnostic('FR5003', { file: name, directory: nameOf('') }) };
  try {
    const bytes = await readFile(join(directory, path));
    return { digest: hash(bytes), text: bytes.toString('utf8') };
  } catch (error) {
    return isMissing(error) ? {} : { problem: writeProblem(error, 'write', name) };
  }
}
