import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { promptsFolder } from '../gap/prompt/prompts-folder.ts';
import { readTemplate } from '../gap/prompt/read-template.ts';
import type { PromptFile } from './results.ts';

/** The templates of `fill@v1`, for the comparison that a report shows; named from the folder that holds `prompts`. */
export async function loadPromptFiles(prompt: string, folder = promptsFolder): Promise<readonly PromptFile[]> {
  const below = prompt.replace('@', '/');
  const names = (await readdir(path.join(folder, below))).filter((name) => name.endsWith('.hbs')).toSorted();
  return await Promise.all(
    names.map(async (name) => ({
      file: `prompts/${below}/${name}`,
      text: await readTemplate(path.join(folder, below, name)),
    })),
  );
}
