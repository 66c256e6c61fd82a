import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { removeEmptyFolders } from './empty-folders.ts';
import { temporarySuffix } from './leftovers.ts';

/** A file that lies complete beside its place, and can be put there in one step. */
export interface StagedFile {
  readonly path: string;
  /** Puts it in its place, instead of what was there. */
  commit(): Promise<void>;
  /** Removes it again, and the folders that were made for it. */
  discard(): Promise<void>;
}

/** Writes a file beside its place, to the disk itself: after a crash there is the old content or the new, nothing between. */
export async function stageFile(path: string, text: string): Promise<StagedFile> {
  const directory = dirname(path);
  const made = await mkdir(directory, { recursive: true });
  const temporary = join(directory, `.${basename(path)}.${temporarySuffix(randomUUID().slice(0, 8))}`);
  const discard = async (): Promise<void> => {
    await rm(temporary, { force: true });
    if (made !== undefined) await removeEmptyFolders(directory, dirname(made));
  };
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(text);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return { path, commit: async () => await rename(temporary, path), discard };
}
