import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { OutputFile } from '../format/format-files.ts';
import { hash, manifestName, readManifest, type Manifest } from './manifest.ts';
import { isPathBelow, passesLink } from './path-below.ts';
import { writeProblem } from './write-problem.ts';

/** What writing an output would do. With errors among the diagnostics nothing may be written. */
export interface WritePlan {
  readonly write: readonly OutputFile[];
  readonly unchanged: readonly string[];
  readonly remove: readonly string[];
  /** The manifest as it is; undefined where there is none. */
  readonly manifest: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlanOptions {
  /** How messages call a file of the output folder. */
  readonly nameOf: (path: string) => string;
  /** Overwrite files that were edited by hand or were not generated. */
  readonly force: boolean;
}

/** Compares an output with what stands in its folder. Writes nothing; never rejects. */
export async function planWrite(
  directory: string,
  files: readonly OutputFile[],
  options: PlanOptions,
): Promise<WritePlan> {
  const { nameOf, force } = options;
  const diagnostics: Diagnostic[] = [...impossible(files, directory, nameOf)];
  const { text, manifest, problem } = await previous(directory, nameOf);
  if (problem !== undefined && !force) diagnostics.push(problem);
  if (diagnostics.length > 0) return { write: [], unchanged: [], remove: [], manifest: text, diagnostics };

  const write: OutputFile[] = [];
  const unchanged: string[] = [];
  const standing = await Promise.all(
    files.map(async (file) => ({ file, found: await look(directory, file.path, nameOf) })),
  );
  for (const { file, found } of standing) {
    if (found.problem !== undefined) diagnostics.push(found.problem);
    else if (found.digest === hash(file.text)) unchanged.push(file.path);
    else if (force || found.digest === undefined || found.digest === manifest.files.get(file.path)) write.push(file);
    else diagnostics.push(diagnostic(manifest.files.has(file.path) ? 'FR5001' : 'FR5002', { file: nameOf(file.path) }));
  }

  const generated = new Set(files.map(({ path }) => path));
  const remove: string[] = [];
  for (const [path, digest] of manifest.files) {
    if (generated.has(path)) continue;
    const found = await look(directory, path, nameOf);
    if (found.digest === digest) remove.push(path);
    else if (found.digest !== undefined) diagnostics.push(diagnostic('FR5006', { file: nameOf(path) }));
  }
  return { write, unchanged, remove, manifest: text, diagnostics };
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

interface Previous {
  readonly text: string | undefined;
  readonly manifest: Manifest;
  readonly problem?: Diagnostic;
}

async function previous(directory: string, nameOf: (path: string) => string): Promise<Previous> {
  const none: Manifest = { files: new Map() };
  try {
    const text = await readFile(join(directory, manifestName), 'utf8');
    const manifest = readManifest(text);
    if (!('reason' in manifest)) return { text, manifest };
    return {
      text,
      manifest: none,
      problem: diagnostic('FR5005', { file: nameOf(manifestName), reason: manifest.reason }),
    };
  } catch (error) {
    if (isMissing(error)) return { text: undefined, manifest: none };
    return { text: undefined, manifest: none, problem: writeProblem(error, 'read', nameOf(manifestName)) };
  }
}

/** The hash of what stands in a file's place; undefined where nothing does. */
async function look(
  directory: string,
  path: string,
  nameOf: (path: string) => string,
): Promise<{ readonly digest?: string; readonly problem?: Diagnostic }> {
  const name = nameOf(path);
  if (await passesLink(directory, path))
    return { problem: diagnostic('FR5003', { file: name, directory: nameOf('') }) };
  try {
    return { digest: hash(await readFile(join(directory, path))) };
  } catch (error) {
    return isMissing(error) ? {} : { problem: writeProblem(error, 'write', name) };
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
