import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Output } from '../pipeline/output.ts';
import { isTested } from './mutant.ts';

/** Writes what the tests of an output need; returns its folder. */
export async function writeTested({ outputDir, files }: Output): Promise<string> {
  for (const file of files.filter(isTested)) {
    const target = path.join(outputDir, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.text);
  }
  return outputDir;
}

export async function removeTested(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
