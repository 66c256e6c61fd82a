import type { Diagnostic } from '../diagnostic.ts';
import { count } from './count.ts';

/** `2 errors, 1 warning in 1 file`; undefined where there is nothing to report. */
export function summary(diagnostics: readonly Diagnostic[]): string | undefined {
  if (diagnostics.length === 0) return undefined;
  const errors = diagnostics.filter((one) => one.severity === 'error').length;
  const warnings = diagnostics.length - errors;
  const files = new Set(diagnostics.flatMap((one) => (one.place === undefined ? [] : [one.place.file]))).size;
  const counts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ].join(', ');
  return files === 0 ? counts : `${counts} in ${count(files, 'file')}`;
}
