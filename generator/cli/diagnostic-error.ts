import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DiagnosticArgs, DiagnosticCode } from '../diagnostics/catalogue/catalogue.ts';

/** Ends a command with diagnostics: a user's mistake, or the world's, at a depth where returning them would blur the code. */
export class DiagnosticError extends Error {
  override readonly name = 'DiagnosticError';
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[], cause?: unknown) {
    super(
      diagnostics.map((one) => `${one.code} ${one.message}`).join('\n'),
      cause === undefined ? undefined : { cause },
    );
    this.diagnostics = diagnostics;
  }
}

/** An error with one diagnostic: `throw failWith('FR6010', { port })`. */
export function failWith<Code extends DiagnosticCode>(
  code: Code,
  args: DiagnosticArgs[Code],
  cause?: unknown,
): DiagnosticError {
  return new DiagnosticError([diagnostic(code, args)], cause);
}
