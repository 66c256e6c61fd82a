import type { RecordedCase, RecordsByModel } from '../cases/recorded-case.ts';
import { firstDifference } from './first-difference.ts';

/** What one run of an integration led to. */
export interface RunResult {
  /** Present where the run failed. */
  readonly failure?: { readonly code: string; readonly message: string };
  readonly output?: unknown;
  readonly saved: RecordsByModel;
  readonly deleted: RecordsByModel;
}

/** Everything in which a run differs from what its case expects; empty where it passes. */
export function judge({ kind, expected }: RecordedCase, result: RunResult): readonly string[] {
  if (result.failure !== undefined) return [`the run failed with ${result.failure.code}: ${result.failure.message}`];
  if (kind === 'action') {
    const difference = firstDifference(result.output, expected.output);
    return difference === undefined ? [] : [`output ${difference}`];
  }
  return [
    ...recordsDiffer('saved', result.saved, expected.saved ?? {}),
    ...recordsDiffer('deleted', result.deleted, expected.deleted ?? {}),
  ];
}

function recordsDiffer(what: string, actual: RecordsByModel, expected: RecordsByModel): readonly string[] {
  const models = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...models].flatMap((model) => {
    const difference = firstDifference(actual[model] ?? [], expected[model] ?? []);
    return difference === undefined ? [] : [`${what} ${model} ${difference}`];
  });
}
