import type { MockDefinition } from '@flowright/runtime/mock';
import { constantText, docComment, importText } from '../models/file-text.ts';
import { Imports, literal, plainData, referenceType, type EmittedFile } from '../syntax/index.ts';

/** `src/mocks.ts`: the mock systems of the integration, as data. */
export function emitMocks(mocks: MockDefinition): EmittedFile {
  const path = 'src/mocks.ts';
  const imports = new Imports(path, ['mocks']);
  const type = referenceType(imports.useTypeFrom('@flowright/runtime/mock', 'MockDefinition'));
  const doc = 'The systems as this integration needs them for a try without credentials: what they answer, and what they hold at the start.';
  const declaration = constantText({ name: 'mocks', exported: true, type, value: literal(plainData(mocks)) });
  return { path, text: `${importText(imports)}\n\n${docComment(doc)}\n${declaration}\n` };
}
