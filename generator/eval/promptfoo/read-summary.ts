import { isRecord } from '../../data/is-record.ts';
import type { EvalError } from '../results.ts';

/** One result of promptfoo's, as far as it is believed. */
export interface ReadResult {
  readonly id: string;
  readonly repeat: number;
  /** It says that the provider failed or something threw. */
  readonly error?: string;
  readonly assertions: readonly { readonly metric: string; readonly passed: boolean; readonly reason?: string }[];
}

/** Reads what promptfoo says of a run. What cannot be read, or contradicts itself, is an error: nothing of it is a pass. */
export function readSummary(summary: unknown): {
  readonly results: readonly ReadResult[];
  readonly errors: readonly EvalError[];
} {
  const listed = isRecord(summary) ? summary['results'] : undefined;
  if (!Array.isArray(listed)) return { results: [], errors: [harness('promptfoo gave no results')] };
  const read = listed.map(readResult);
  return {
    results: read.flatMap((one) => ('id' in one ? [one] : [])),
    errors: read.flatMap((one) => ('kind' in one ? [one] : [])),
  };
}

function readResult(result: unknown): ReadResult | EvalError {
  if (!isRecord(result)) return harness('promptfoo gave a result that is no object');
  const test = result['testCase'];
  const metadata = isRecord(test) ? test['metadata'] : undefined;
  const { id, repeat } = isRecord(metadata) ? metadata : {};
  if (typeof id !== 'string' || typeof repeat !== 'number') return harness('promptfoo gave a result of no known case');
  const grading = result['gradingResult'];
  const components = isRecord(grading) ? grading['componentResults'] : undefined;
  const assertions = (Array.isArray(components) ? components : []).flatMap(readAssertion);
  const error = result['error'];
  // 2: an error. A failed assertion has an error text, too, which its own reason says better.
  if (result['failureReason'] === 2 || assertions.length === 0)
    return { id, repeat, assertions: [], error: typeof error === 'string' ? error : 'no assertion was made' };
  if (result['success'] !== assertions.every(({ passed }) => passed))
    return harness(
      `promptfoo says of ${id} that it ${result['success'] === true ? 'passed' : 'failed'}; its assertions say otherwise`,
    );
  return { id, repeat, assertions };
}

function readAssertion(component: unknown): ReadResult['assertions'] {
  if (!isRecord(component)) return [];
  const { assertion, pass, reason } = component;
  const metric = isRecord(assertion) ? assertion['metric'] : undefined;
  if (typeof metric !== 'string') return [];
  return [{ metric, passed: pass === true, ...(typeof reason === 'string' && { reason }) }];
}

function harness(message: string): EvalError {
  return { kind: 'harness', message };
}
