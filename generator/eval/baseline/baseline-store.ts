import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Baseline, BaselineKey } from './baseline.ts';
import { baselinePath, baselineText, readBaseline } from './baseline-file.ts';

/** The baseline of a prompt and a model; nothing where there is none, and why where its file cannot be trusted. */
export async function loadBaseline(
  folder: string,
  key: BaselineKey,
): Promise<Baseline | { readonly reason: string } | undefined> {
  const file = path.join(folder, baselinePath(key));
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    return { reason: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
  const read = readBaseline(text);
  if ('reason' in read) return { reason: `${file}: ${read.reason}` };
  // A copied or renamed file would compare with something else than it says.
  if (read.prompt !== key.prompt || read.model !== key.model)
    return { reason: `${file} is of ${read.prompt} and ${read.model}` };
  return read;
}

/** Writes a baseline at once or not at all; returns its file. */
export async function saveBaseline(folder: string, baseline: Baseline): Promise<string> {
  const file = path.join(folder, baselinePath(baseline));
  await mkdir(path.dirname(file), { recursive: true });
  const staged = `${file}.${String(process.pid)}.tmp`;
  await writeFile(staged, baselineText(baseline));
  await rename(staged, file);
  return file;
}
