import path from 'node:path';

/** Where a gap's two files are, beside its spec; absolute. */
export interface GapFiles {
  /** Of the spec. */
  readonly folder: string;
  readonly body: string;
  readonly lock: string;
}

/** `gaps/<integration>/<gap>.ts` and `.lock.json`; `source` is the gap's file in the output: `src/logic/deal-priority.ts`. */
export function gapFiles(spec: string, integration: string, source: string): GapFiles {
  const folder = path.dirname(spec);
  const name = path.posix.basename(source, '.ts');
  const below = path.join(folder, 'gaps', integration);
  return { folder, body: path.join(below, `${name}.ts`), lock: path.join(below, `${name}.lock.json`) };
}
