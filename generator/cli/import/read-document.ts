import { resolve } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.ts';
import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { limits } from '../../load/limits.ts';
import { isUrl, resolveReference } from '../../load/references/resolve-reference.ts';
import { schemaReferences } from '../../load/references/schema-references.ts';
import { readSource } from '../../load/source/read-source.ts';
import { parseText } from '../../load/text/parse-text.ts';
import { DiagnosticError, failWith } from '../diagnostic-error.ts';

/** A document and the files that it refers to, by their absolute paths; keys in the order of the files. */
export interface ReadDocument {
  readonly path: string;
  /** Its name in messages. */
  readonly file: string;
  readonly files: ReadonlyMap<string, unknown>;
}

/** Reads a document with all files that it refers to. Nothing is fetched: what is on the network is left out. */
export async function readDocument(name: string, cwd: string): Promise<ReadDocument> {
  if (isUrl(name)) throw failWith('FR1009', { url: name });
  const path = resolve(cwd, name);
  const files = new Map<string, unknown>();
  const open = [path];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (files.has(next)) continue;
    const from = next;
    const data = await readData(from, cwd, from === path);
    files.set(from, data);
    for (const { to } of schemaReferences(data)) if (!isUrl(to)) open.push(resolveReference(from, to));
  }
  return { path, file: displayPath(path, cwd), files };
}

/** A file that another one refers to may be missing: then the reference leads nowhere. */
async function readData(path: string, cwd: string, needed: boolean): Promise<unknown> {
  const file = displayPath(path, cwd);
  const source = await readSource(path, file, limits.documentBytes);
  if ('problem' in source) {
    if (needed) throw new DiagnosticError([source.problem()]);
    return undefined;
  }
  if (file.toLowerCase().endsWith('.json')) {
    try {
      const data: unknown = JSON.parse(source.text);
      return data;
    } catch {
      // The slower way says what is wrong, and where.
    }
  }
  const { data, diagnostics } = parseText(file, source.text);
  if (data === undefined && needed)
    throw new DiagnosticError(diagnostics.length > 0 ? diagnostics : [diagnostic('FR1007', { file })]);
  return data;
}
