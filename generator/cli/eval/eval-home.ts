import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeHermetic } from '../../eval/promptfoo/hermetic.ts';
import { findPromptfoo, loadPromptfoo } from '../../eval/promptfoo/load-promptfoo.ts';
import type { Promptfoo } from '../../eval/promptfoo/promptfoo.ts';
import { temporaryPrefix } from '../../write/leftovers.ts';
import { failWith } from '../diagnostic-error.ts';
import { openTestProcess, type TestProcess } from '../test/test-process.ts';

/** The `evals` that come with the package; the same from the source and from `dist`. */
const PACKAGE = fileURLToPath(new URL('../../../evals/', import.meta.url));

/** Where promptfoo may be installed: for evals of one's own, for those of the package, or for the whole project. */
export function homes(cwd: string): readonly string[] {
  return [path.join(cwd, 'evals'), PACKAGE, cwd];
}

/** Throws where none of the folders has it. */
export function requirePromptfoo(folders: readonly string[]): void {
  if (findPromptfoo(folders) === undefined) throw notInstalled();
}

/** What evals run in. */
export interface EvalHome {
  readonly promptfoo: Promptfoo;
  readonly tests: TestProcess;
}

/**
 * promptfoo under hermetic settings, a process for tests, and what ends them. promptfoo is loaded when it is first needed: that takes
 * long, and there are moments when nothing else is to be done.
 */
export function openEvals(cwd: string, env: NodeJS.ProcessEnv): EvalHome & { readonly close: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), temporaryPrefix()));
  const restore = makeHermetic(env, folder);
  const tests = openTestProcess(cwd);
  let loaded: Promptfoo | undefined;
  return {
    promptfoo: {
      evaluate: async (suite, options) => {
        loaded ??= loadPromptfoo(homes(cwd));
        if (loaded === undefined) throw notInstalled();
        return await loaded.evaluate(suite, options);
      },
    },
    tests,
    close: () => {
      tests.close();
      restore();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function notInstalled(): Error {
  return failWith('FR8001', { version: '0.123' });
}
