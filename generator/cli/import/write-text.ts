import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.ts';
import { systemCode } from '../../diagnostics/system-code.ts';
import { DiagnosticError, failWith } from '../diagnostic-error.ts';
import { notWritten } from '../not-written.ts';

/** Writes a new file, never over another one; returns its name in messages. */
export async function writeText(name: string, text: string, cwd: string): Promise<string> {
  const path = resolve(cwd, name);
  const file = displayPath(path, cwd);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) === 'EEXIST') throw failWith('FR6005', { file }, error);
    throw new DiagnosticError([await notWritten(error, path, { cwd, option: '--out' })], error);
  }
  return file;
}
