import { glob, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import { systemProblem } from './system-problem.ts';

export interface FoundSpecs {
  /** Absolute, each once, in the order of the inputs; what one input stands for is sorted. */
  readonly paths: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the spec files that the inputs stand for: files, directories that are searched, or globs. Never rejects. */
export async function findSpecs(inputs: readonly string[], cwd: string): Promise<FoundSpecs> {
  const paths = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const input of inputs) {
    try {
      const found = await findInput(input, cwd);
      for (const path of found.toSorted()) paths.add(path);
      if (found.length === 0) diagnostics.push(diagnostic('FR1008', { input }));
    } catch (error) {
      diagnostics.push(systemProblem(error, displayPath(resolve(cwd, input), cwd)));
    }
  }
  return { paths: [...paths], diagnostics };
}

const magic = /[*?[\]{}]/;

async function findInput(input: string, cwd: string): Promise<readonly string[]> {
  const path = resolve(cwd, input);
  const stats = await stat(path).catch((error: unknown) => {
    if (magic.test(input)) return undefined;
    throw error;
  });
  if (stats !== undefined) return stats.isDirectory() ? await searchDirectory(path) : [path];
  const found: string[] = [];
  for await (const match of glob(input, { cwd, exclude: (name) => skipped(basename(name)) })) {
    found.push(...(await findMatch(resolve(cwd, match))));
  }
  return found;
}

async function findMatch(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isDirectory()) return await searchDirectory(path);
  return /\.(yaml|yml|json)$/.test(path) ? [path] : [];
}

async function searchDirectory(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return skipped(entry.name) ? [] : await searchDirectory(path);
      return /\.integration\.(yaml|yml|json)$/.test(entry.name) && !entry.name.startsWith('.') ? [path] : [];
    }),
  );
  return found.flat();
}

function skipped(name: string): boolean {
  return name === 'node_modules' || (name.startsWith('.') && name !== '.' && name !== '..');
}
