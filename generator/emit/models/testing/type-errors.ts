import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));
const STRICT = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  target: 'es2024',
  lib: ['es2024'],
  module: 'nodenext',
  moduleDetection: 'force',
  types: ['node'],
  typeRoots: [`${REPOSITORY}node_modules/@types`],
};

/** What `tsc` has to say of the TypeScript files in a folder. */
export async function typeErrors(folder: string): Promise<readonly string[]> {
  const project = join(folder, 'tsconfig.json');
  await writeFile(project, JSON.stringify({ compilerOptions: STRICT, include: ['**/*.ts'] }));
  const tsc = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  try {
    await promisify(execFile)(process.execPath, [tsc, '-p', project], { cwd: folder, maxBuffer: 1 << 26 });
    return [];
  } catch (error) {
    return String(Reflect.get(Object(error), 'stdout'))
      .trim()
      .split('\n')
      .slice(0, 20);
  }
}
