import path from 'node:path';
import { canonicalJson } from '../data/canonical-json.ts';
import { hash } from '../data/hash.ts';
import type { LoadedSpec } from '../load/load-spec.ts';

/**
 * A hash of what the spec says, with everything it refers to: layout, comments and the order of keys do not count,
 * nor does where the files lie. The first 16 hexadecimal digits of SHA-256.
 */
export function specVersion(loaded: LoadedSpec): string {
  const directory = path.dirname(loaded.path);
  const files = [...loaded.files.values()].map(
    (file) => [path.relative(directory, file.path).split(path.sep).join('/'), canonicalJson(file.data)] as const,
  );
  const sorted = files.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return hash([canonicalJson(loaded.spec), ...sorted.map(([name, data]) => `${name}\n${data}`)].join('\n')).slice(
    0,
    16,
  );
}
