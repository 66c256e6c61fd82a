import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { systemCode } from '../diagnostics/system-code.ts';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'a folder is in the way',
  ENOTDIR: 'a file is in the way of a folder',
  EEXIST: 'a file is in the way of a folder',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
};

/** FR5004 for an error of the operating system. `action` is a verb: 'write', 'remove', 'read'. */
export function writeProblem(error: unknown, action: string, file: string): Diagnostic {
  return diagnostic('FR5004', { file, action, reason: writeReason(error) });
}

/** What an error of the operating system means, in words; its code where there are none for it. */
export function writeReason(error: unknown): string {
  const code = systemCode(error);
  return code === undefined ? String(error) : (reasons[code] ?? code);
}
