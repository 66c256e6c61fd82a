import { fileURLToPath } from 'node:url';

/** The prompts that come with the package; the same from the source and from `dist`. */
export const promptsFolder = fileURLToPath(new URL('../../../prompts/', import.meta.url));
