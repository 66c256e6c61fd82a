import { dirname, relative, sep } from 'node:path';
import type { TestCase, TestModule } from 'vitest/node';
import type { CriterionResult, TestedIntegration } from './criterion-result.ts';
import { loadVitest } from './load-vitest.ts';
import { reasonOf } from './reason-of.ts';
import { runtimeAliases } from './runtime-aliases.ts';

/** Long for a test that waits for nothing. */
const TIMEOUT_MS = 30_000;

export interface RunOptions {
  /** Several integrations in one process: faster where there are many, and all of them are generated. */
  readonly shared?: boolean;
}

/** Runs the tests of integrations, all in one go, with the runtime that this command line uses. */
export async function runTests(
  folders: readonly string[],
  cwd: string,
  { shared = false }: RunOptions = {},
): Promise<readonly TestedIntegration[]> {
  const { startVitest } = await loadVitest(folders, cwd);
  const root = commonFolder(folders);
  const { exitCode } = process;
  const vitest = await startVitest(
    'test',
    [],
    {
      config: false,
      root,
      watch: false,
      cache: false,
      fsModuleCache: false,
      include: folders.map((folder) =>
        [
          ...relative(root, folder)
            .split(sep)
            .filter((part) => part !== '')
            .map(escapeGlob),
          'test',
          '*.test.ts',
        ].join('/'),
      ),
      reporters: [{}],
      ...(shared && { isolate: false }),
      passWithNoTests: true,
      testTimeout: TIMEOUT_MS,
      server: { deps: { external: [/runtime[\\/]dist/] } },
    },
    { logLevel: 'silent', resolve: { alias: runtimeAliases() } },
  );
  try {
    const modules = vitest.state.getTestModules();
    return folders.map((folder) => ({
      folder,
      criteria: modules
        .filter(({ moduleId }) => dirname(dirname(moduleId)) === slashed(folder))
        .flatMap((module) => resultsOf(module, folder)),
    }));
  } finally {
    await vitest.close();
    // The command says how it went.
    process.exitCode = exitCode;
  }
}

function resultsOf(module: TestModule, folder: string): readonly CriterionResult[] {
  const file = relative(folder, module.moduleId).split(sep).join('/');
  const broken = module.errors().map((error): CriterionResult => ({
    file,
    text: 'the tests can be loaded',
    state: 'failed',
    reason: reasonOf([error], module.moduleId, file),
    milliseconds: 0,
  }));
  return [...broken, ...[...module.children.allTests()].map((test) => resultOf(test, module, file))];
}

const TITLE = /^(?<id>[A-Za-z][\w-]*): (?<text>.*)$/su;

function resultOf(test: TestCase, { moduleId }: TestModule, file: string): CriterionResult {
  const { id, text = test.name } = { ...TITLE.exec(test.name)?.groups };
  const result = test.result();
  return {
    file,
    ...(id !== undefined && { id }),
    text,
    state:
      result.state === 'passed'
        ? 'passed'
        : test.options.mode === 'todo' || test.options.mode === 'skip'
          ? 'not verified'
          : 'failed',
    ...(result.state === 'failed' && { reason: reasonOf(result.errors, moduleId, file) }),
    milliseconds: Math.round(test.diagnostic()?.duration ?? 0),
  };
}

/** The nearest folder that holds them all. */
function commonFolder([first = '.', ...others]: readonly string[]): string {
  let folder = first;
  while (!others.every((other) => `${other}${sep}`.startsWith(folder === dirname(folder) ? folder : `${folder}${sep}`)))
    folder = dirname(folder);
  return folder;
}

function escapeGlob(text: string): string {
  return text.replaceAll(/[!()*+?@[\\\]{|}]/g, String.raw`\$&`);
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
