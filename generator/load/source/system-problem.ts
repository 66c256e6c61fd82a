import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import { systemCode } from '../../diagnostics/system-code.ts';

/** What to report where the operating system did not give a file. */
export function systemProblem(error: unknown, file: string, place?: Place): Diagnostic {
  const code = systemCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return diagnostic('FR1001', { file }, place);
  if (code === 'EISDIR') return diagnostic('FR1002', { file }, place);
  if (code === 'EACCES' || code === 'EPERM') return diagnostic('FR1003', { file }, place);
  return diagnostic('FR1004', { file, reason: code ?? String(error) }, place);
}
