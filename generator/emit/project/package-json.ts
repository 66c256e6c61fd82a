import { STRICTNESS } from './strictness.ts';

/** Versions that the output depends on; a test compares them with what this repository uses. */
export const VERSIONS = {
  runtime: '^0.1.0',
  typescript: '^7.0.2',
  nodeTypes: '^24.19.2',
  vitest: '^5.1.1',
  node: '>=22.18',
} as const;

/** `package.json` of the output. */
export function packageJson(name: string, { tests = false } = {}): string {
  return json({
    name,
    private: true,
    type: 'module',
    engines: { node: VERSIONS.node },
    scripts: {
      start: 'node --env-file-if-exists=.env src/main.ts',
      typecheck: 'tsc',
      ...(tests && { test: 'vitest run' }),
    },
    dependencies: { '@flowright/runtime': VERSIONS.runtime },
    devDependencies: {
      '@types/node': VERSIONS.nodeTypes,
      typescript: VERSIONS.typescript,
      ...(tests && { vitest: VERSIONS.vitest }),
    },
  });
}

/** `tsconfig.json` of the output: as strict as TypeScript gets, for Node that strips types. */
export function tsconfigJson(): string {
  return json({
    compilerOptions: {
      target: 'es2024',
      lib: ['es2024'],
      module: 'nodenext',
      types: ['node'],
      ...STRICTNESS,
      resolveJsonModule: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
    },
    include: ['src', 'test'],
  });
}

function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // Short lists on one line, as the formatter has them.
  return `${text.replaceAll(/\[\n\s+("[^\n]*"(?:,\n\s+"[^\n]*")*)\n\s+\]/g, (_, items: string) => `[${items.replaceAll(/\n\s+/g, ' ')}]`)}\n`;
}
