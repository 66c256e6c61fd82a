import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { systemCode } from '../diagnostics/system-code.ts';
import { manifestName, readManifest, type Manifest } from './manifest.ts';
import { readPending, type Pending } from './pending.ts';
import { writeProblem } from './write-problem.ts';

/** What earlier builds left in an output folder, by their own account. */
export interface PreviousOutput {
  /** The manifest as it stands; undefined where there is none. */
  readonly text: string | undefined;
  readonly manifest: Manifest;
  /** Why the manifest cannot be used; it then counts as empty. */
  readonly problem?: Diagnostic;
  /** What interrupted builds may have put in the folder. */
  readonly pending: Pending;
  /** Whether a file with this content was generated: by the last build, or by one that was interrupted. */
  wasGenerated(path: string, digest: string): boolean;
}

const none: Manifest = { files: new Map(), ejected: new Map(), notes: {} };

/** Reads the manifest of an output folder. Never rejects. `nameOf` says how messages call a file. */
export async function previousOutput(directory: string, nameOf: (path: string) => string): Promise<PreviousOutput> {
  const pending = await readPending(directory);
  const found = await read(directory, nameOf);
  return {
    ...found,
    pending,
    wasGenerated: (path, digest) =>
      found.manifest.files.get(path)?.sha256 === digest || pending.get(path)?.includes(digest) === true,
  };
}

async function read(
  directory: string,
  nameOf: (path: string) => string,
): Promise<Omit<PreviousOutput, 'pending' | 'wasGenerated'>> {
  try {
    const text = await readFile(join(directory, manifestName), 'utf8');
    const manifest = readManifest(text);
    if (!('reason' in manifest)) return { text, manifest };
    const { reason } = manifest;
    return { text, manifest: none, problem: diagnostic('FR5005', { file: nameOf(manifestName), reason }) };
  } catch (error) {
    if (isMissing(error)) return { text: undefined, manifest: none };
    return { text: undefined, manifest: none, problem: writeProblem(error, 'read', nameOf(manifestName)) };
  }
}

/** Whether an error of the file system says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}
