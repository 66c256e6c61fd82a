import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { GapEntry } from './gap-entry.ts';

/** What lies beside a spec for an integration and is of none of its gaps: they were renamed, or are gone. Never rejects. */
export async function unownedFiles(
  spec: string,
  integration: string,
  gaps: readonly GapEntry[],
  cwd: string,
): Promise<readonly Diagnostic[]> {
  const folder = path.join(path.dirname(spec), 'gaps', integration);
  const owned = new Set(gaps.flatMap(({ files }) => [files.body, files.lock]));
  const missing = gaps.filter(({ state }) => state === 'missing').map(({ contract }) => contract.gap);
  const names = new Set(await readdir(folder).catch(() => []));
  return (
    [...names]
      .filter((name) => /\.(?:ts|lock\.json)$/.test(name) && !owned.has(path.join(folder, name)))
      // A body stands for its lock.
      .filter((name) => name.endsWith('.ts') || !names.has(name.replace(/\.lock\.json$/, '.ts')))
      .toSorted()
      .map((name) => diagnostic('FR7012', { file: displayPath(path.join(folder, name), cwd), integration, missing }))
  );
}
