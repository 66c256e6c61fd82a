import type { Paint } from '../../diagnostics/render/colour.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { RefusedOutput } from '../../pipeline/build-report.ts';
import { diffLines } from './file-diff.ts';
import { count } from '../../diagnostics/render/count.ts';
import { join } from 'node:path';

/** Enough to see what an edit is about. */
const LINES = 30;
const FILES = 10;

/** What `--force` would do to the files that a build has not overwritten. */
export function renderRefused(refused: readonly RefusedOutput[], cwd: string, paint: Paint): string {
  const files = refused.flatMap(({ outputDir, changes }) =>
    changes.map((change) => ({ ...change, file: displayPath(join(outputDir, change.path), cwd) })),
  );
  const blocks = files.slice(0, FILES).map((file) => {
    const labels = [file.kind === 'edited' ? 'edited by hand' : 'yours', 'generated'] as const;
    return `${diffLines(file, { paint, labels, lines: LINES }).join('\n')}\n`;
  });
  const left = files.length - FILES;
  return [...blocks, ...(left > 0 ? [paint('dim', `… ${count(left, 'more file')}\n`)] : [])].join('\n');
}
