import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { Failed } from './provider.ts';

/** What to tell the user of a question that failed; at the gap's place, where it is about one gap. */
export function failureDiagnostic(failed: Failed, place?: Place): Diagnostic {
  const { code, message, fix } = failed;
  return code === 'FR7310'
    ? diagnostic(code, { problem: message, fix }, place)
    : diagnostic(code, { problem: message }, place);
}
