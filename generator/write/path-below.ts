import { lstat } from 'node:fs/promises';
import { join } from 'node:path';

/** Whether a path, with forward slashes, names a file below a folder on every system: relative, without `.`, `..` or empty parts. */
export function isPathBelow(path: string): boolean {
  // oxlint-disable-next-line no-control-regex
  if (/[\\:\u0000-\u001F]/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Whether a symbolic link stands on the way from the folder to the file, or is the file: then it would be written elsewhere. */
export async function passesLink(directory: string, path: string): Promise<boolean> {
  let current = directory;
  for (const part of path.split('/')) {
    current = join(current, part);
    const stats = await lstat(current).catch(() => undefined);
    if (stats === undefined) return false;
    if (stats.isSymbolicLink()) return true;
  }
  return false;
}
