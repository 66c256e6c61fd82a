import { dirname, join, relative, resolve, sep } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { isFile } from './is-file.ts';
import { manifestName, manifestText, type Manifest } from './manifest.ts';
import { previousOutput } from './previous-output.ts';
import { writeAtomically } from './write-atomically.ts';
import { writeProblem } from './write-problem.ts';

export interface EjectOptions {
  readonly cwd: string;
  /** Give the files back instead. */
  readonly undo: boolean;
}

/** The files that changed hands, as messages call them; none where there are diagnostics. */
export interface EjectResult {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Folder {
  readonly directory: string;
  readonly manifest: Manifest;
}

/**
 * Makes generated files the user's: builds leave them alone from now on, and check that the rest fits them. `undo` makes
 * them generated again; what was changed in them then counts as edited by hand. All files or none. Never rejects.
 */
export async function ejectFiles(paths: readonly string[], { cwd, undo }: EjectOptions): Promise<EjectResult> {
  const folders = new Map<string, Folder>();
  const diagnostics: Diagnostic[] = [];
  const nameOf = (path: string): string => displayPath(path, cwd);
  for (const path of paths.map((one) => resolve(cwd, one))) {
    const directory = await outputFolder(dirname(path));
    if (directory === undefined) {
      const file = nameOf(path);
      diagnostics.push((await isFile(path)) ? diagnostic('FR5008', { file }) : diagnostic('FR1001', { file }));
      continue;
    }
    const folder = folders.get(directory) ?? (await open(directory, nameOf));
    if ('problem' in folder) {
      diagnostics.push(folder.problem);
      continue;
    }
    const changed = undo ? give(folder, path, nameOf) : await take(folder, path, nameOf);
    if ('manifest' in changed) folders.set(directory, { directory, manifest: changed.manifest });
    else diagnostics.push(changed);
  }
  if (diagnostics.length > 0) return { files: [], diagnostics };
  for (const { directory, manifest } of folders.values()) {
    const file = join(directory, manifestName);
    try {
      await writeAtomically(file, manifestText(manifest));
    } catch (error) {
      return { files: [], diagnostics: [writeProblem(error, 'write', nameOf(file))] };
    }
  }
  return { files: paths.map((path) => nameOf(resolve(cwd, path))), diagnostics: [] };
}

async function open(
  directory: string,
  nameOf: (path: string) => string,
): Promise<Folder | { readonly problem: Diagnostic }> {
  const { manifest, problem } = await previousOutput(directory, (path) => nameOf(join(directory, path)));
  return problem === undefined ? { directory, manifest } : { problem };
}

type Changed = { readonly manifest: Manifest } | Diagnostic;

async function take({ directory, manifest }: Folder, path: string, nameOf: (path: string) => string): Promise<Changed> {
  const file = below(directory, path);
  if (manifest.ejected.has(file)) return { manifest };
  const entry = manifest.files.get(file);
  if (entry === undefined || /^flowright\.[^/]*$/.test(file)) {
    const known = nearest(file, [...manifest.files.keys(), ...manifest.ejected.keys()]);
    return diagnostic('FR5008', { file: nameOf(path), suggestion: known && nameOf(join(directory, known)) });
  }
  if (!(await isFile(path))) return diagnostic('FR1001', { file: nameOf(path) });
  const files = new Map(manifest.files);
  files.delete(file);
  return { manifest: { ...manifest, files, ejected: new Map([...manifest.ejected, [file, entry]]) } };
}

function give({ directory, manifest }: Folder, path: string, nameOf: (path: string) => string): Changed {
  const file = below(directory, path);
  const entry = manifest.ejected.get(file);
  if (entry === undefined) return diagnostic('FR5009', { file: nameOf(path) });
  const ejected = new Map(manifest.ejected);
  ejected.delete(file);
  return { manifest: { ...manifest, files: new Map([...manifest.files, [file, entry]]), ejected } };
}

function below(directory: string, path: string): string {
  return relative(directory, path).split(sep).join('/');
}

/** The nearest folder around that a build has written. */
async function outputFolder(from: string): Promise<string | undefined> {
  for (let directory = from; ; directory = dirname(directory)) {
    if (await isFile(join(directory, manifestName))) return directory;
    if (directory === dirname(directory)) return undefined;
  }
}
