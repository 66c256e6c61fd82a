import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import type { ModelAnswer } from './provider.ts';

/** What to tell the user of a question that failed; at the gap's place, where it is about one gap. */
export function failureDiagnostic(failed: Extract<ModelAnswer, { kind: 'failed' }>, place?: Place): Diagnostic {
  return diagnostic(failed.code, { problem: failed.message }, place);
}
