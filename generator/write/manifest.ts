import { createHash } from 'node:crypto';
import { isPathBelow } from './path-below.ts';

/** The file in an output folder that says what was generated there. */
export const manifestName = 'flowright.manifest.json';

/** What was generated: the SHA-256 of each file, as hexadecimal digits, by its path below the output folder. */
export interface Manifest {
  readonly files: ReadonlyMap<string, string>;
}

export function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The manifest's text: the files sorted by path, after what else is to be noted in it. */
export function manifestText(files: ReadonlyMap<string, string>, notes: Readonly<Record<string, unknown>>): string {
  const sorted = [...files].toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `${JSON.stringify({ version: 1, ...notes, files: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}

/** Reads a manifest's text; says what is wrong with it instead where it cannot be trusted. */
export function readManifest(text: string): Manifest | { readonly reason: string } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { reason: 'it is not JSON' };
  }
  if (!isRecord(data) || data.version !== 1) return { reason: 'it has another version' };
  if (!isRecord(data.files)) return { reason: 'it has no list of files' };
  const files = new Map<string, string>();
  for (const [path, digest] of Object.entries(data.files)) {
    if (typeof digest !== 'string' || !isPathBelow(path))
      return { reason: `its entry '${path}' is not one that is ever written` };
    files.set(path, digest);
  }
  return { files };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
