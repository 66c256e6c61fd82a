import { fork } from 'node:child_process';
import { offlineAttempts } from '../../eval/offline-attempts.ts';
import { DiagnosticError } from '../diagnostic-error.ts';
import type { TestAnswer, TestQuestion } from './answer-tests.ts';
import type { TestedIntegration } from './criterion-result.ts';

/** Runs the tests of integrations in a process of its own, which is there from the beginning. */
export interface TestProcess {
  /** As `runTests` with `shared`; one run at a time. `begun` is called when the other process has the question. */
  readonly run: (folders: readonly string[], begun: () => void) => Promise<readonly TestedIntegration[]>;
  readonly close: () => void;
}

/**
 * Starts the process. It loads what runs tests while this one does other things; later it runs them, while this one does other
 * things again. It does not keep this process alive, and ends with it.
 */
export function openTestProcess(cwd: string): TestProcess {
  // The file beside this one, as it is here: `rewriteRelativeImportExtensions` knows nothing of URLs.
  const file = import.meta.url.endsWith('.ts') ? './test-process-child.ts' : './test-process-child.js';
  const child = fork(new URL(file, import.meta.url), { cwd });
  const hold = (isHeld: boolean): void => {
    const way = isHeld ? 'ref' : 'unref';
    child[way]();
    child.channel?.[way]();
  };
  hold(false);
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`the tests' process has ended (${String(signal ?? code)})`)));
  });
  // Who has no tests does not ask.
  ended.catch(() => undefined);
  return {
    run: async (folders, begun) => {
      hold(true);
      try {
        const answered = new Promise<TestAnswer>((resolve) => void child.once('message', resolve));
        const question: TestQuestion = { folders, cwd };
        child.send(question, begun);
        const { tested, diagnostics, message, attempts } = await Promise.race([answered, ended]);
        offlineAttempts().push(...attempts);
        if (diagnostics !== undefined) throw new DiagnosticError(diagnostics);
        if (message !== undefined) throw new Error(message);
        return tested;
      } finally {
        hold(false);
      }
    },
    close: () => void child.kill(),
  };
}
