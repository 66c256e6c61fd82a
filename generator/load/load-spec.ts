import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { IntegrationSpec } from '../spec/types.ts';
import type { CompletedSpec } from '../openapi/complete-spec.ts';
import type { FileStore, LoadedFile } from './references/file-store.ts';
import { specReferences } from './references/spec-references.ts';
import { validateSpec } from './schema/validate-spec.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import { readSource } from './source/read-source.ts';
import type { FindPlace } from './text/find-place.ts';
import { parseText } from './text/parse-text.ts';

/** A spec that is valid against the schema of the spec language; whether it makes sense is the next stage's question. */
export interface LoadedSpec {
  /** Its name in messages. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Deep-frozen. */
  readonly spec: IntegrationSpec;
  readonly text: string;
  /** Where in the file a part of the spec stands. */
  readonly place: FindPlace;
  /** The files that it refers to, by absolute path (`resolveReference(path, reference)`). */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Where systems have OpenAPI documents: what those brought, which the spec holds now. */
  readonly openapi?: Pick<CompletedSpec, 'brought' | 'apis'>;
}

/** Reads the OpenAPI documents that a spec names; what reads them is only loaded for such a spec. */
async function withDocuments(loaded: LoadedSpec): Promise<SpecOutcome> {
  if (
    Object.values(loaded.spec.systems).every((system) => system.openapi === undefined) &&
    !namesOperations(loaded.spec)
  )
    return { spec: loaded };
  const { readDocuments } = await import('./read-documents.ts');
  return await readDocuments(loaded);
}

function namesOperations({ endpoints }: IntegrationSpec): boolean {
  return Object.values(endpoints ?? {}).some(({ operation }) => operation !== undefined);
}

export type SpecOutcome = { readonly spec: LoadedSpec } | { readonly diagnostics: readonly Diagnostic[] };

/** Loads one spec. What is wrong with the files it refers to is kept in the store, which knows them all. */
export async function loadSpec(
  path: string,
  cwd: string,
  store: FileStore,
  sources: Map<string, string>,
): Promise<SpecOutcome> {
  const file = displayPath(path, cwd);
  const source = await readSource(path, file);
  if ('problem' in source) return { diagnostics: [source.problem()] };
  const { text } = source;
  sources.set(file, text);
  const { data, place, diagnostics } = parseText(file, text);
  if (data === undefined) return { diagnostics };
  const { files, complete } = await store.load({ path, place }, specReferences(data));
  const validated = await validateSpec(data, place);
  if (!('spec' in validated)) return validated;
  // Without a schema that is missing, whatever is said of its fields would be wrong; the store has told what is missing.
  if (!complete) return { diagnostics: [] };
  return await withDocuments({ file, path, spec: validated.spec, text, place, files });
}
