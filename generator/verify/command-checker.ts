import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkConfig, type CheckSettings } from './compiler-options.ts';
import { findCompiler } from './find-compiler.ts';
import { findPackage } from './find-package.ts';
import { parseProblems } from './parse-problems.ts';
import { VITEST_TYPES, VITEST_TYPES_FILE } from './vitest-types.ts';
import { TypeCheckFailure, type TypeChecker } from './type-checker.ts';

/** Long for thousands of outputs; a compiler that takes longer hangs. */
const timeout = 300_000;

/** Checks types with the `tsc` of the installed TypeScript: one process for a whole batch. */
export function commandChecker(settings: Partial<CheckSettings> = {}): TypeChecker {
  return {
    async check(directory) {
      const started = performance.now();
      const runtime = settings.runtime ?? (await findPackage('@flowright/runtime'));
      const tsc = await findCompiler();
      const config = join(directory, 'tsconfig.flowright-check.json');
      const vitest = join(directory, VITEST_TYPES_FILE);
      try {
        await writeFile(vitest, VITEST_TYPES);
        await writeFile(config, JSON.stringify(await checkConfig({ runtime })));
        const { failed, output } = await run([...tsc, '--project', config, '--pretty', 'false'], directory);
        const problems = parseProblems(output);
        if (failed && problems.length === 0)
          throw new TypeCheckFailure(output.trim() === '' ? 'the compiler stopped without a word' : output.trim());
        return { problems, milliseconds: performance.now() - started };
      } catch (error) {
        throw error instanceof TypeCheckFailure
          ? error
          : new TypeCheckFailure(error instanceof Error ? error.message : String(error));
      } finally {
        await rm(config, { force: true });
        await rm(vitest, { force: true });
      }
    },
  };
}

async function run(
  [command, ...args]: readonly [string, ...string[]],
  cwd: string,
): Promise<{ readonly failed: boolean; readonly output: string }> {
  return await new Promise((resolve) => {
    execFile(command, args, { cwd, timeout, maxBuffer: 256 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: `${stdout}${stderr}` });
    });
  });
}
