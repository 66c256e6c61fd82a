import { readFile, stat } from 'node:fs/promises';
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import { limits } from '../limits.ts';
import { systemProblem } from './system-problem.ts';

/** The text of a file, without a byte order mark; or what to report at the place that asked for the file. */
export type Source = { readonly text: string } | { readonly problem: (place?: Place) => Diagnostic };

/** Reads a UTF-8 text file of limited size. `file` is its name in messages. Never rejects. */
export async function readSource(path: string, file: string, limit: number = limits.bytes): Promise<Source> {
  try {
    // Asked first: to open a pipe would wait for its other end.
    const stats = await stat(path);
    if (stats.isDirectory()) return { problem: (place) => diagnostic('FR1002', { file }, place) };
    if (!stats.isFile())
      return { problem: (place) => diagnostic('FR1004', { file, reason: 'not a regular file' }, place) };
    const { size } = stats;
    if (size > limit) return { problem: (place) => diagnostic('FR1005', { file, size, limit }, place) };
    return decode(await readFile(path), file);
  } catch (error) {
    return { problem: (place) => systemProblem(error, file, place) };
  }
}

function decode(bytes: Uint8Array, file: string): Source {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: (place) => diagnostic('FR1006', { file }, place) };
  }
}
