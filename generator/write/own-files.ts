import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isPathBelow } from './path-below.ts';
import { previousOutput } from './previous-output.ts';

/** Files of an output folder that belong to the user, by their paths below it. */
export interface OwnFiles {
  /** Stand in the place of generated ones. */
  readonly ejected: ReadonlyMap<string, string>;
  /** TypeScript beside them, which they may import. */
  readonly others: ReadonlyMap<string, string>;
}

export const NO_OWN_FILES: OwnFiles = { ejected: new Map(), others: new Map() };

/** Reads the ejected files, and where there are any also the user's own code beside the generated. Never rejects; what cannot be read is left out. */
export async function ownFiles(directory: string, generated: ReadonlySet<string>): Promise<OwnFiles> {
  const { manifest } = await previousOutput(directory, (path) => path);
  if (manifest.ejected.size === 0) return NO_OWN_FILES;
  const ejected = await texts(directory, manifest.ejected.keys());
  const found = await Promise.all(['src', 'test'].map((part) => codeBelow(directory, part)));
  const others = found
    .flat()
    .filter(isPathBelow)
    .filter((path) => !generated.has(path) && !manifest.files.has(path) && !manifest.ejected.has(path));
  return { ejected, others: await texts(directory, others.toSorted()) };
}

async function codeBelow(directory: string, part: string): Promise<readonly string[]> {
  const entries = await readdir(join(directory, part), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function texts(directory: string, paths: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const read = await Promise.all(
    Array.from(paths, async (path) => {
      const text = await readFile(join(directory, path), 'utf8').catch(() => undefined);
      return text === undefined ? [] : [[path, text] as const];
    }),
  );
  return new Map(read.flat());
}
