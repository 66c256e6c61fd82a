import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from '../../diagnostics/system-code.ts';
import { passesLink } from '../../write/path-below.ts';
import { writeReason } from '../../write/write-problem.ts';

/** A file of a gap: its text, that there is none, or why it is not read. */
export type GapFileText =
  | { readonly text: string }
  | { readonly absent: true }
  | { readonly reason: string; /** From 1. */ readonly line?: number; readonly text?: string };

/** No body or lock comes near. */
const LARGEST = 256 * 1024;

/** What git leaves where a merge failed. */
const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |$)/;

/** Reads a file of a gap, which has to be one in the folder of the spec itself. Line ends are those of Unix. Never rejects. */
export async function readGapFile(folder: string, file: string): Promise<GapFileText> {
  try {
    const below = path.relative(folder, file).split(path.sep).join('/');
    const stats = await lstat(file).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (stats === undefined) return { absent: true };
    if (await passesLink(folder, below)) return { reason: 'it, or a folder above it, is a symbolic link' };
    if (!stats.isFile()) return { reason: 'it is not a regular file' };
    if (stats.size > LARGEST) return { reason: `it is larger than ${String(LARGEST / 1024)} KB` };
    return checked(await readFile(file));
  } catch (error) {
    return { reason: writeReason(error) };
  }
}

function checked(bytes: Uint8Array): GapFileText {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return { reason: 'it is not UTF-8' };
  }
  const line = text.split('\n').findIndex((one) => CONFLICT.test(one)) + 1;
  return line === 0 ? { text } : { reason: 'it has the marks of a merge that is not resolved', line, text };
}
