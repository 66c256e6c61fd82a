import type { Diagnostic } from '../diagnostic.ts';
import { sortDiagnostics } from '../sort.ts';

/** The diagnostics for other programs: sorted, keys in one order, two spaces, a line break at the end. */
export function renderJson(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter((one) => one.severity === 'error').length;
  const report = {
    version: 1,
    errors,
    warnings: diagnostics.length - errors,
    diagnostics: sortDiagnostics(diagnostics).map(plain),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function plain({ code, severity, message, place, fix, related }: Diagnostic): Diagnostic {
  return {
    code,
    severity,
    message,
    ...(place !== undefined && { place }),
    ...(fix !== undefined && { fix }),
    ...(related !== undefined && { related }),
  };
}
