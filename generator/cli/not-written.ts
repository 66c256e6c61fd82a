import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import { writeReason } from '../write/write-problem.ts';

/** FR6013 for what the operating system did not let be written. `option` is what says where it goes. */
export async function notWritten(
  error: unknown,
  path: string,
  { cwd, option }: { readonly cwd: string; readonly option: '--dir' | '--out' },
): Promise<Diagnostic> {
  const file = displayPath(path, cwd);
  const found = await fileInTheWay(path);
  if (found === undefined) return diagnostic('FR6013', { file, reason: writeReason(error), option });
  const inTheWay = displayPath(found, cwd);
  return diagnostic('FR6013', { file, reason: `'${inTheWay}' is a file, not a folder`, option, inTheWay });
}

/** The file that stands where a path needs a folder. */
async function fileInTheWay(path: string): Promise<string | undefined> {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined);
    // What is to be written may itself be a file.
    if (found?.isFile() === true && folder !== path) return folder;
    if (found !== undefined) return undefined;
  }
  return undefined;
}
