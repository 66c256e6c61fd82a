import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PromptFile } from './results.ts';

const PROMPTS = fileURLToPath(new URL('../../prompts/', import.meta.url));

/** The templates of `fill@v1`, for the comparison that a report shows; named from the folder that holds `prompts`. */
export async function loadPromptFiles(prompt: string, folder = PROMPTS): Promise<readonly PromptFile[]> {
  const below = prompt.replace('@', '/');
  const names = (await readdir(path.join(folder, below))).filter((name) => name.endsWith('.hbs')).toSorted();
  return await Promise.all(
    names.map(async (name) => ({
      file: `prompts/${below}/${name}`,
      text: (await readFile(path.join(folder, below, name), 'utf8')).replaceAll('\r\n', '\n'),
    })),
  );
}
