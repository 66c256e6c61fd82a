import type { MockDefinition } from '@flowright/runtime/mock';
import {
  constDeclaration,
  Imports,
  literal,
  plainData,
  referenceType,
  sourceFile,
  type EmittedFile,
} from '../syntax/index.ts';

/** `src/mocks.ts`: the mock systems of the integration, as data. */
export function emitMocks(mocks: MockDefinition): EmittedFile {
  const path = 'src/mocks.ts';
  const imports = new Imports(path, ['mocks']);
  const type = referenceType(imports.useTypeFrom('@flowright/runtime/mock', 'MockDefinition'));
  const doc =
    'The systems as this integration needs them for a try without credentials: what they answer, and what they hold at the start.';
  const declaration = constDeclaration({ name: 'mocks', doc, type, value: literal(plainData(mocks)) });
  return sourceFile({ path, imports, content: [declaration] });
}
