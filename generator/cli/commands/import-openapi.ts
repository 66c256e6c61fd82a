import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { resolveReference } from '../../load/references/resolve-reference.ts';
import { documentProblem } from '../../openapi/document-problem.ts';
import { openDocument } from '../../openapi/document.ts';
import { importOperations } from '../../openapi/import-operations.ts';
import { operationsOf } from '../../openapi/operations.ts';
import { failWith } from '../diagnostic-error.ts';
import { chooseOperations } from '../import/choose-operations.ts';
import { showImport } from '../import/show-import.ts';
import { readDocument } from '../import/read-document.ts';
import type { CommandContext } from '../io.ts';
import type { ImportOptions } from './import.ts';

/** `flowright import openapi FILE`: chosen operations as a spec without workflows. */
export async function importOpenapi(name: string, options: ImportOptions, context: CommandContext): Promise<number> {
  if (options.system !== undefined && !/^[A-Za-z][A-Za-z0-9]{0,59}$/.test(options.system))
    throw failWith('FR6001', {
      problem: `'${options.system}' is no name for a system`,
      fix: 'write a letter, then letters and digits: --system shop',
    });
  const { path, file, files } = await readDocument(name, context.io.cwd);
  const is = documentProblem(files.get(path));
  if (is !== undefined) throw failWith('FR1010', { file, is });
  const document = openDocument(path, (one) => files.get(one), resolveReference);
  const operations = chooseOperations(operationsOf(document), options);
  const { spec, remarks } = importOperations(document, operations, options.system);
  const diagnostics = remarks.map(({ of, what }) => diagnostic('FR3006', { of, what }));
  const head = `# From ${file}. What happens when goes below workflows.\n`;
  return await showImport({ spec, diagnostics, head }, options.out, context);
}
