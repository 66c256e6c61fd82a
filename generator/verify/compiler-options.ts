import { dirname } from 'node:path';
import { STRICTNESS } from '../emit/project/strictness.ts';
import { findPackage, typePaths } from './find-package.ts';
import { VITEST_TYPES_FILE } from './vitest-types.ts';

export interface CheckSettings {
  /** The folder of the package `@flowright/runtime`. */
  readonly runtime: string;
}

/**
 * The settings under which generated code is checked: those of its own tsconfig.json and no unused names. Packages are
 * found where the generator finds them, so that the code may lie anywhere.
 */
export async function checkConfig({ runtime }: CheckSettings): Promise<object> {
  const nodeTypes = await findPackage('@types/node');
  return {
    compilerOptions: {
      target: 'es2024',
      lib: ['es2024'],
      module: 'nodenext',
      moduleDetection: 'force',
      types: ['node'],
      typeRoots: [dirname(nodeTypes)],
      paths: { ...(await typePaths(runtime)), vitest: [`./${VITEST_TYPES_FILE}`] },
      ...STRICTNESS,
      noImplicitOverride: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      isolatedModules: true,
      allowImportingTsExtensions: true,
      resolveJsonModule: true,
      skipLibCheck: true,
      noEmit: true,
    },
    include: ['**/*.ts'],
    exclude: ['**/node_modules', '**/dist'],
  };
}
