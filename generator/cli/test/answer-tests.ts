import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { offlineAttempts } from '../../eval/offline-attempts.ts';
import { DiagnosticError } from '../diagnostic-error.ts';
import type { TestedIntegration } from './criterion-result.ts';
import { loadVitest } from './load-vitest.ts';
import { runTests } from './run-tests.ts';

/** What a process of tests is asked, and what it answers. Plain data. */
export interface TestQuestion {
  readonly folders: readonly string[];
  readonly cwd: string;
}

export interface TestAnswer {
  readonly tested: readonly TestedIntegration[];
  /** Why nothing was tested: a mistake of the user's, or another. */
  readonly diagnostics?: readonly Diagnostic[];
  readonly message?: string;
  /** Connections that were tried there, where a replay runs. */
  readonly attempts: readonly unknown[];
}

// It takes long to load, and is loaded before anybody asks. Where it is not found, the answer says so.
loadVitest([], process.cwd()).catch(() => undefined);

/** Runs the tests, and says in any case how that went. */
export async function answerTests({ folders, cwd }: TestQuestion): Promise<TestAnswer> {
  try {
    return { tested: await runTests(folders, cwd, { shared: true }), attempts: offlineAttempts() };
  } catch (error) {
    const attempts = offlineAttempts();
    if (error instanceof DiagnosticError) return { tested: [], diagnostics: error.diagnostics, attempts };
    return { tested: [], message: error instanceof Error ? error.message : String(error), attempts };
  }
}
