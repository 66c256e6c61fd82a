import { nearest } from '../../diagnostics/nearest.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import type { GapEntry } from '../../gap/lock/gap-entry.ts';
import { findGaps } from '../../pipeline/find-gaps.ts';
import { DiagnosticError, failWith } from '../diagnostic-error.ts';

/** The gaps of one integration that a command names; all of them where it names none. Throws where there is one that is not known. */
export async function findOne(
  integration: string,
  names: readonly string[],
  specs: readonly string[],
  cwd: string,
): Promise<readonly GapEntry[]> {
  const report = await findGaps(specs.length === 0 ? ['.'] : specs, { cwd });
  const found = report.integrations.find(({ name }) => name === integration);
  if (found === undefined && hasErrors(report.diagnostics)) throw new DiagnosticError(report.diagnostics);
  if (found === undefined)
    throw unknown(
      'integration',
      integration,
      report.integrations.map(({ name }) => name),
    );
  const known = found.gaps.map(({ contract }) => contract.gap);
  const missing = names.find((name) => !known.includes(name));
  if (missing !== undefined) throw unknown('gap', missing, known);
  return names.length === 0 ? found.gaps : found.gaps.filter(({ contract }) => names.includes(contract.gap));
}

function unknown(what: 'integration' | 'gap', name: string, known: readonly string[]): DiagnosticError {
  return failWith('FR7011', { what, name, known, suggestion: nearest(name, known) });
}
