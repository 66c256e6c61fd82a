import { createHash } from 'node:crypto';
import path from 'node:path';
import type { LoadedSpec } from '../load/load-spec.ts';

/**
 * A hash of what the spec says, with everything it refers to: layout, comments and the order of keys do not count,
 * nor does where the files lie. The first 16 hexadecimal digits of SHA-256.
 */
export function specVersion(loaded: LoadedSpec): string {
  const hash = createHash('sha256').update(canonical(loaded.spec));
  const directory = path.dirname(loaded.path);
  const files = [...loaded.files.values()].map(
    (file) => [path.relative(directory, file.path).split(path.sep).join('/'), canonical(file.data)] as const,
  );
  for (const [name, data] of files.toSorted(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`\n${name}\n${data}`);
  return hash.digest('hex').slice(0, 16);
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
