import { rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Removes a folder if it is empty, and then its parents, up to but without `top`. */
export async function removeEmptyFolders(from: string, top: string): Promise<void> {
  for (let directory = from; directory !== top && directory.startsWith(top); directory = dirname(directory)) {
    try {
      await rmdir(directory);
    } catch {
      return;
    }
  }
}
