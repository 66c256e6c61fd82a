import * as s from '../syntax/index.ts';
import { INTEGRATION } from '../triggers/index.ts';

/** `src/main.ts`: starts the integration. */
export function emitMain(): s.EmittedFile {
  const path = 'src/main.ts';
  const imports = new s.Imports(path);
  const serve = s.call(imports.useRuntime('serve'), [imports.use(INTEGRATION)]);
  return s.sourceFile({ path, imports, content: [s.perform(s.awaited(serve))] });
}
