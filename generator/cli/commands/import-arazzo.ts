import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { importArazzo as readArazzo } from '../../openapi/arazzo/import-arazzo.ts';
import { isSchemaObject } from '../../shape/json-schema.ts';
import { failWith } from '../diagnostic-error.ts';
import { readDocument } from '../import/read-document.ts';
import { showImport } from '../import/show-import.ts';
import type { CommandContext } from '../io.ts';
import type { ImportOptions } from './import.ts';

/** `flowright import arazzo FILE`: its workflows as a spec, and what was lost. */
export async function importArazzo(name: string, { out }: ImportOptions, context: CommandContext): Promise<number> {
  const { path, file, files } = await readDocument(name, context.io.cwd);
  const data = files.get(path);
  if (!isSchemaObject(data) || typeof data['arazzo'] !== 'string' || !data['arazzo'].startsWith('1.'))
    throw failWith('FR1010', { file, is: 'arazzo' });
  const { spec, remarks } = readArazzo(data);
  const diagnostics = remarks.map(({ of, what }) => diagnostic('FR3006', { of, what }));
  return await showImport({ spec, diagnostics, head: `# From ${file}.\n` }, out, context);
}
