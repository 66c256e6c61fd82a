import type { Data } from '../data/data.ts';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { completeSpec } from '../openapi/complete-spec.ts';
import { openDocument, type OpenApiDocument } from '../openapi/document.ts';
import { documentProblem } from '../openapi/document-problem.ts';
import type { LoadedSpec, SpecOutcome } from './load-spec.ts';
import { referencedFile } from './references/referenced-file.ts';
import { resolveReference } from './references/resolve-reference.ts';
import { validateSpec } from './schema/validate-spec.ts';

/** The spec with what the OpenAPI documents of its systems say. */
export async function readDocuments(loaded: LoadedSpec): Promise<SpecOutcome> {
  const { spec, place, files } = loaded;
  const documents = new Map<string, OpenApiDocument>();
  const diagnostics: Diagnostic[] = [];
  for (const [id, { openapi }] of Object.entries(spec.systems)) {
    const file = openapi === undefined ? undefined : referencedFile(loaded, openapi);
    // What could not be read has been reported.
    if (file === undefined) continue;
    const is = documentProblem(file.data);
    if (is === undefined)
      documents.set(
        id,
        openDocument(file.path, (path) => files.get(path)?.data, resolveReference),
      );
    else diagnostics.push(diagnostic('FR1010', { file: file.file, is }, place(['systems', id, 'openapi'])));
  }
  if (diagnostics.length > 0) return { diagnostics };
  const { spec: completed, brought, apis, diagnostics: problems } = completeSpec(spec, documents, place);
  if (problems.length > 0) return { diagnostics: problems };
  // Sorted and frozen as every spec, and checked as if somebody had written it.
  const data: Data = JSON.parse(JSON.stringify(completed));
  const validated = await validateSpec(data, place);
  return 'spec' in validated ? { spec: { ...loaded, spec: validated.spec, openapi: { brought, apis } } } : validated;
}
