import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { loadSpec, type LoadedSpec } from './load-spec.ts';
import { fileStore } from './references/file-store.ts';
import { findSpecs } from './source/find-specs.ts';

export interface LoadResult {
  /** The specs without mistakes, in the order of the inputs. */
  readonly specs: readonly LoadedSpec[];
  /** What is wrong with the others, and with the files they refer to; sorted. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many spec files the inputs stand for. */
  readonly found: number;
  /** The text of every file that was read, by its name in messages. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Few enough not to run out of file handles. */
const atOnce = 32;

/**
 * Loads integration specs: files, directories that are searched for `*.integration.yaml` (`.yml`, `.json`), or globs,
 * relative to `cwd`. Reports the mistakes of all files in one run; a broken spec does not stop the others. Never rejects.
 */
export async function loadSpecs(inputs: readonly string[], options: { readonly cwd: string }): Promise<LoadResult> {
  const cwd = resolve(options.cwd);
  const found = await findSpecs(inputs, cwd);
  const sources = new Map<string, string>();
  const store = fileStore(cwd, sources);
  const specs: LoadedSpec[] = [];
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  for (let from = 0; from < found.paths.length; from += atOnce) {
    const batch = found.paths.slice(from, from + atOnce);
    const outcomes = await Promise.all(batch.map(async (path) => await loadSpec(path, cwd, store, sources)));
    for (const outcome of outcomes) {
      if ('spec' in outcome) specs.push(outcome.spec);
      else diagnostics.push(...outcome.diagnostics);
    }
  }
  return {
    specs,
    found: found.paths.length,
    diagnostics: sortDiagnostics([...diagnostics, ...store.diagnostics()]),
    sources,
  };
}
