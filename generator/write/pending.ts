import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from './manifest.ts';

/**
 * Stands in an output folder while a build puts files in their places: what it puts there. After a crash the next build
 * knows by it that those files are generated, which the manifest, written last, does not say yet.
 */
export const pendingName = '.flowright.pending.json';

export function pendingText(hashes: ReadonlyMap<string, string>): string {
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(hashes) })}\n`;
}

/** The hash of each file that an interrupted build was putting in its place; none where none was interrupted. */
export async function readPending(directory: string): Promise<ReadonlyMap<string, string>> {
  try {
    const data: unknown = JSON.parse(await readFile(join(directory, pendingName), 'utf8'));
    if (!isRecord(data) || !isRecord(data['files'])) return new Map();
    return new Map(Object.entries(data['files']).map(([path, digest]) => [path, String(digest)]));
  } catch {
    return new Map();
  }
}
