import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeHermetic } from '../../eval/promptfoo/hermetic.ts';
import { findPromptfoo, loadPromptfoo } from '../../eval/promptfoo/load-promptfoo.ts';
import type { Promptfoo } from '../../eval/promptfoo/promptfoo.ts';
import { temporaryPrefix } from '../../write/leftovers.ts';
import { failWith } from '../diagnostic-error.ts';

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

/** promptfoo under hermetic settings, and what ends them. */
export function openPromptfoo(
  cwd: string,
  env: NodeJS.ProcessEnv,
): { readonly promptfoo: Promptfoo; readonly close: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), temporaryPrefix()));
  const restore = makeHermetic(env, folder);
  const promptfoo = loadPromptfoo(homes(cwd));
  if (promptfoo === undefined) throw notInstalled();
  return {
    promptfoo,
    close: () => {
      restore();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function notInstalled(): Error {
  return failWith('FR8001', { version: '0.123' });
}
