import { displayPath } from '../../diagnostics/display-path.ts';
import { takeFillLock } from '../../gap/fill/fill-lock.ts';
import { writeProblem } from '../../write/write-problem.ts';
import { DiagnosticError, failWith } from '../diagnostic-error.ts';
import { journalFolder } from './fill-parts-of.ts';

/** Keeps other runs from filling from this folder until what is returned is called. Throws where one is under way. */
export async function holdFolder(cwd: string): Promise<() => Promise<void>> {
  const folder = journalFolder(cwd);
  const lock = await takeFillLock(folder).catch((error: unknown) => {
    throw new DiagnosticError([writeProblem(error, 'write', displayPath(folder, cwd))], error);
  });
  if ('release' in lock) return lock.release;
  const { pid, host } = lock.held;
  throw failWith('FR7410', { pid, host, file: displayPath(lock.file, cwd) });
}
