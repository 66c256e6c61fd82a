import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { catalogue } from '../../diagnostics/catalogue/catalogue.ts';
import { runInProcess } from '../../cli/testing/run-in-process.ts';
import type { Told } from './tell.ts';

/** Brings a diagnostic about that no spec can: by what happens around it. */
export interface Situation {
  /** The command that leads to it. */
  readonly when: string;
  /** In an empty folder of its own. */
  readonly tell: (cwd: string) => Promise<readonly Diagnostic[] | Told>;
}

/** Runs the command that a situation names, and takes its diagnostics from the JSON that it prints. */
export async function diagnosticsOf(line: string, cwd: string): Promise<readonly Diagnostic[]> {
  const [, ...argv] = line.split(' ');
  return diagnosticsIn((await runInProcess([...argv, '--json'], cwd)).stdout);
}

/** The diagnostics of a command's JSON. */
export function diagnosticsIn(stdout: string): readonly Diagnostic[] {
  const result: unknown = JSON.parse(stdout);
  const found = typeof result === 'object' && result !== null && 'diagnostics' in result ? result.diagnostics : [];
  return Array.isArray(found) ? found.filter(isDiagnostic) : [];
}

function isDiagnostic(value: unknown): value is Diagnostic {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    value.code in catalogue
  );
}

/** A situation that is nothing but a command. */
export function command(when: string, arrange?: (cwd: string) => Promise<unknown>): Situation {
  return {
    when,
    async tell(cwd) {
      await arrange?.(cwd);
      return await diagnosticsOf(when, cwd);
    },
  };
}
