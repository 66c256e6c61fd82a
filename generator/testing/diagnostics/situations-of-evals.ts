import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DiagnosticError } from '../../cli/diagnostic-error.ts';
import { requirePromptfoo } from '../../cli/eval/eval-home.ts';
import { baselineOf } from '../../cli/eval/run-evals.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Situation } from './situation.ts';

async function thrown(work: () => unknown): Promise<readonly Diagnostic[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
}

/** Evals: what they need, and what they are compared with. */
export const situationsOfEvals: Readonly<Record<string, Situation>> = {
  FR8001: { when: 'flowright eval', tell: async (cwd) => await thrown(() => requirePromptfoo([cwd])) },
  FR8002: {
    when: 'flowright eval --compare baseline',
    async tell(cwd) {
      const folder = path.join(cwd, 'evals/baselines/fill@v1');
      await mkdir(folder, { recursive: true });
      await writeFile(path.join(folder, 'unspecified.json'), '<<<<<<< HEAD\n{ "version": 1 }\n');
      return await thrown(() => baselineOf({ prompt: 'fill@v1', model: 'unspecified' }, 'evals/baselines', cwd));
    },
  },
};
