import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../data/is-record.ts';

/**
 * Stands in an output folder while a build puts files in their places: what it puts there. After a crash the next build
 * knows by it that those files are generated, which the manifest, written last, does not say yet.
 */
export const pendingName = '.flowright.pending.json';

/** Paths, and the hashes of all that interrupted builds may have put there. */
export type Pending = ReadonlyMap<string, readonly string[]>;

/** What a build is about to put in its place, beside what those before it left unfinished: they may be interrupted in a row. */
export function pendingText(hashes: ReadonlyMap<string, string>, earlier: Pending): string {
  const paths = [...new Set([...earlier.keys(), ...hashes.keys()])].toSorted();
  const files = paths.map((path) => {
    const own = hashes.get(path);
    return [path, [...new Set([...(earlier.get(path) ?? []), ...(own === undefined ? [] : [own])])]] as const;
  });
  return `${JSON.stringify({ version: 2, files: Object.fromEntries(files) })}\n`;
}

/** What interrupted builds were putting in its place; nothing where none was interrupted. */
export async function readPending(directory: string): Promise<Pending> {
  try {
    const data: unknown = JSON.parse(await readFile(join(directory, pendingName), 'utf8'));
    if (!isRecord(data) || !isRecord(data['files'])) return new Map();
    return new Map(Object.entries(data['files']).map(([path, digests]) => [path, [digests].flat().map(String)]));
  } catch {
    return new Map();
  }
}
