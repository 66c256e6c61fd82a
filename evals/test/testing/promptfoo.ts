import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeHermetic } from '../../../generator/eval/promptfoo/hermetic.ts';
import { loadPromptfoo } from '../../../generator/eval/promptfoo/load-promptfoo.ts';
import type { Promptfoo } from '../../../generator/eval/promptfoo/promptfoo.ts';

/** promptfoo as a run loads it. */
export function promptfooHere(): Promptfoo {
  makeHermetic(process.env, mkdtempSync(join(tmpdir(), 'flowright-evals-')));
  const promptfoo = loadPromptfoo([join(import.meta.dirname, '../..')]);
  if (promptfoo === undefined) throw new Error('promptfoo is not installed: npm ci --prefix evals');
  return promptfoo;
}
