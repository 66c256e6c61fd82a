import type { LoadedSpec } from '../load-spec.ts';
import type { LoadedFile } from './file-store.ts';
import { resolveReference } from './resolve-reference.ts';

/** The file that a spec refers to, in the spec's own words; undefined where it could not be read, which has been reported. */
export function referencedFile(loaded: LoadedSpec, reference: string): LoadedFile | undefined {
  return loaded.files.get(resolveReference(loaded.path, reference));
}
