import type { Data } from '../../data/data.ts';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import { readSource } from '../source/read-source.ts';
import { limits } from '../limits.ts';
import type { FindPlace } from '../text/find-place.ts';
import { parseData } from '../text/parse-text.ts';
import { isUrl, resolveReference } from './resolve-reference.ts';
import { schemaReferences } from './schema-references.ts';
import type { Reference } from './spec-references.ts';

/** A file that a spec refers to: a schema, a table, a payload. */
export interface LoadedFile {
  /** Its name in messages. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  /** Deep-frozen. */
  readonly data: Data;
  /** Where in the file a part of the data stands. */
  readonly place: FindPlace;
}

export interface LoadedFiles {
  /** By absolute path. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Whether every reference led to one. */
  readonly complete: boolean;
}

/** The file that refers to others. */
interface Referrer {
  readonly path: string;
  readonly place: FindPlace;
}

/** Reads each file once, however many specs refer to it. */
export interface FileStore {
  /** Reads all that the references lead to, through schemas that refer to further ones. */
  load(from: Referrer, references: readonly Reference[]): Promise<LoadedFiles>;
  /** What was found wrong so far, each once. */
  diagnostics(): readonly Diagnostic[];
}

type Outcome =
  | { readonly loaded: LoadedFile }
  | { readonly problem: (place: Place) => Diagnostic }
  | { readonly broken: true };

export function fileStore(cwd: string, sources: Map<string, string>): FileStore {
  const outcomes = new Map<string, Promise<Outcome>>();
  const found = new Map<string, Diagnostic>();

  const report = (one: Diagnostic): void => {
    found.set(JSON.stringify([one.code, one.place, one.message]), one);
  };

  const fail = (one: Diagnostic): false => {
    report(one);
    return false;
  };

  async function read(path: string, limit: number): Promise<Outcome> {
    const file = displayPath(path, cwd);
    const source = await readSource(path, file, limit);
    if ('problem' in source) return source;
    sources.set(file, source.text);
    const { data, place, diagnostics } = parseData(file, source.text);
    diagnostics.forEach(report);
    return data === undefined ? { broken: true } : { loaded: { file, path, data, place } };
  }

  async function visit(
    from: Referrer,
    { to, path, schema, document }: Reference,
    files: Map<string, LoadedFile>,
    walked: Set<string>,
  ): Promise<boolean> {
    if (isUrl(to)) return document === 'part' || fail(diagnostic('FR1009', { url: to }, from.place(path)));
    const target = resolveReference(from.path, to);
    const reading = outcomes.get(target) ?? read(target, document === undefined ? limits.bytes : limits.documentBytes);
    outcomes.set(target, reading);
    const outcome = await reading;
    if ('problem' in outcome) return fail(outcome.problem(from.place(path)));
    if ('broken' in outcome) return false;
    const { loaded } = outcome;
    files.set(target, loaded);
    if (!schema || walked.has(target)) return true;
    walked.add(target);
    let complete = true;
    for (const further of schemaReferences(loaded.data))
      complete =
        (await visit(
          loaded,
          { ...further, schema: true, ...(document !== undefined && { document: 'part' }) },
          files,
          walked,
        )) && complete;
    return complete;
  }

  return {
    async load(from, references) {
      const files = new Map<string, LoadedFile>();
      const walked = new Set<string>();
      let complete = true;
      for (const reference of references) complete = (await visit(from, reference, files, walked)) && complete;
      return { files, complete };
    },
    diagnostics: () => [...found.values()],
  };
}
