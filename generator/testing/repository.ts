import { cp, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../runtime/testing/test-engine.ts';

/** The folder of this repository. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** A folder of the test's own that holds the given parts of the repository in their places, so that relative paths between them stay the same. */
export async function copyOf(...parts: readonly string[]): Promise<string> {
  const folder = temporaryFolder();
  for (const part of parts) await cp(path.join(repository, part), path.join(folder, part), { recursive: true });
  return folder;
}

/** What a user's own run of an integration leaves beside its code. */
const OF_A_RUN = /(?:^|\/)(?:node_modules|\.flowright|\.env)(?:\/|$)/u;

/** Every file below a folder with its content, by its path. Bytes as Latin-1, so that no two contents look alike. */
export async function filesBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !OF_A_RUN.test(file));
  const contents = await Promise.all(
    files.toSorted().map(async (file) => [file, await readFile(path.join(folder, file), 'latin1')] as const),
  );
  return Object.fromEntries(contents);
}
