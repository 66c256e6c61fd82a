import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.ts';
import { failWith } from '../diagnostic-error.ts';

/** The input of a run: JSON as it was typed, or the name of a file that holds some. */
export async function readInput(given: string, cwd: string): Promise<unknown> {
  const typed = parsed(given);
  if (typed !== undefined) return typed.value;
  const path = resolve(cwd, given);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (/^\s*[[{"]/.test(given))
      throw failWith('FR6001', { problem: 'the input is no JSON', fix: 'write JSON, or name a file that holds some' });
    throw failWith('FR1001', { file: displayPath(path, cwd) }, error);
  });
  const read = parsed(text);
  if (read === undefined)
    throw failWith('FR6001', { problem: `'${displayPath(path, cwd)}' holds no JSON`, fix: 'write JSON into it' });
  return read.value;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
