import path from 'node:path';
import type { ModelRequest } from '../provider.ts';

/** The folder of a gap's recordings. */
export function recordingFolder(
  folder: string,
  { integration, gap }: Pick<ModelRequest, 'integration' | 'gap'>,
): string {
  return path.join(folder, segment(integration), segment(gap));
}

/** `<first 16 of key>.<repeat>.json`. */
export function recordingName(key: string, repeat: number): string {
  return `${key.slice(0, 16)}.${repeat}.json`;
}

/** A name as one segment of a path, whatever it holds. */
function segment(name: string): string {
  return /^[\w-][\w.-]*$/.test(name) ? name : encodeURIComponent(name).replaceAll('.', '%2E');
}
