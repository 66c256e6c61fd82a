import { isAbsolute, relative, sep } from 'node:path';

/** How messages call a file: relative to `cwd` where it lies below it, with forward slashes. */
export function displayPath(path: string, cwd: string): string {
  const below = relative(cwd, path);
  const inside = below !== '' && !isAbsolute(below) && below !== '..' && !below.startsWith(`..${sep}`);
  return (inside ? below : path).replaceAll(sep, '/');
}
