import path from 'node:path';
import { hash } from '../data/hash.ts';
import { isRecord } from '../data/is-record.ts';
import { sortKeys } from '../data/sort-keys.ts';
import type { LoadedFile } from '../load/references/file-store.ts';
import type { LoadedSpec } from '../load/load-spec.ts';
import { resolveReference } from '../load/references/resolve-reference.ts';
import { specReferences } from '../load/references/spec-references.ts';

/** The file in an output folder that holds what its spec said, without its layout, for `flowright diff`. */
export const snapshotName = 'flowright.spec.json';

/** What a spec says, with the files that it refers to, by their paths from the spec. */
export interface SpecSnapshot {
  readonly spec: unknown;
  readonly files: Readonly<Record<string, unknown>>;
}

/**
 * What a spec says: neither layout, comments nor the order of keys are in it. Schemas and tables are in it as they are;
 * of payloads, which may be long and somebody's, there is a hash.
 */
export function specSnapshot(loaded: LoadedSpec): SpecSnapshot {
  const payloads = payloadsOf(loaded);
  const from = path.dirname(loaded.path);
  const files = [...loaded.files.values()].map((file): [string, unknown] => [
    path.relative(from, file.path).split(path.sep).join('/'),
    payloads.has(file.path) ? { sha256: digest(file) } : sortKeys(file.data),
  ]);
  return {
    spec: sortKeys(loaded.spec),
    files: Object.fromEntries(files.toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
}

export function snapshotText(snapshot: SpecSnapshot): string {
  return `${JSON.stringify({ version: 1, ...snapshot }, undefined, 2)}\n`;
}

/** Undefined where it is not one that this version has written. */
export function readSnapshot(text: string): SpecSnapshot | undefined {
  try {
    const data: unknown = JSON.parse(text);
    if (!isRecord(data) || data['version'] !== 1 || !isRecord(data['files'])) return undefined;
    return { spec: data['spec'], files: data['files'] };
  } catch {
    return undefined;
  }
}

/** The files that only payloads refer to. */
function payloadsOf({ path: specFile, spec }: LoadedSpec): ReadonlySet<string> {
  const references = specReferences(spec);
  const isPayload = ({ schema, path: at }: (typeof references)[number]): boolean => !schema && at[0] !== 'tables';
  const files = (of: typeof references): readonly string[] => of.map(({ to }) => resolveReference(specFile, to));
  const read = new Set(files(references.filter((one) => !isPayload(one))));
  return new Set(files(references.filter(isPayload)).filter((file) => !read.has(file)));
}

function digest(file: LoadedFile): string {
  return hash(JSON.stringify(sortKeys(file.data)));
}
