import type { EvalRun } from '../results.ts';
import type { TraceRow } from './trace-row.ts';

export const TRACE_STATES = ['passed', 'failed', 'not verified'] as const;

/** How a criterion stands after a run. Whatever did not run, or not often enough, is not verified. */
export interface TraceResult {
  readonly state: (typeof TRACE_STATES)[number];
  /** Repeats in which every assertion of it passed, of those that were to run; absent where no eval checks it. */
  readonly passed?: number;
  readonly repeats?: number;
  /** Why it is not passed. */
  readonly reason?: string;
}

export type TracedRow = TraceRow & { readonly result: TraceResult };

/** How each row stands that the run was asked for, row by row; and how many others its filter leaves out. */
export function resultsOf(run: EvalRun): { readonly rows: readonly TracedRow[]; readonly leftOut: number } {
  const metrics = metricResults(run);
  const asked = new Set(run.expected.map(({ id }) => id));
  const rows = run.traceability.filter((row) => !isLeftOut(row, run, asked, metrics));
  return {
    rows: rows.map((row) => ({ ...row, result: resultOf(row, run.repeats, metrics) })),
    leftOut: run.traceability.length - rows.length,
  };
}

/** A criterion that has no case is asked for by its own name, or with its gap. */
function isLeftOut(
  { integration, owner, criterion, metrics }: TraceRow,
  { filter }: EvalRun,
  asked: ReadonlySet<string>,
  known: ReadonlyMap<string, unknown>,
): boolean {
  if (filter === undefined) return false;
  if (metrics.length > 0) return !metrics.some((metric) => known.has(metric));
  const owned = `${integration}/${owner}`;
  return !asked.has(owned) && !`${owned}#${criterion}`.toLowerCase().includes(filter.toLowerCase());
}

/** What the repeats of one assertion showed. */
export interface MetricResult {
  /** In which repeats it was made, and whether it passed in each. */
  readonly made: ReadonlyMap<number, boolean>;
  readonly reason?: string;
  readonly error?: string;
}

function resultOf(
  { metrics, test, kind, criterion }: TraceRow,
  repeats: number,
  known: ReadonlyMap<string, MetricResult>,
): TraceResult {
  if (metrics.length === 0) {
    const unnamed =
      kind === 'gap'
        ? criterion === 'rule'
          ? ': it has no example'
          : ': no example names it, and it is no condition'
        : '';
    const reason = test === undefined ? `nothing checks it${unnamed}` : 'no eval runs its test';
    return { state: 'not verified', reason };
  }
  const found = metrics.map((metric) => known.get(metric));
  let passed = 0;
  for (let repeat = 0; repeat < repeats; repeat += 1)
    if (found.every((one) => one?.made.get(repeat) === true)) passed += 1;
  const failed = found.find((one) => one !== undefined && [...one.made.values()].includes(false));
  const counts = { passed, repeats };
  if (failed !== undefined) return { state: 'failed', ...counts, reason: failed.reason ?? 'no reason was given' };
  const missing = metrics.find((_metric, at) => found[at]?.made.size !== repeats);
  if (missing === undefined && passed === repeats) return { state: 'passed', ...counts };
  const error = found.find((one) => one?.error !== undefined)?.error;
  return {
    state: 'not verified',
    ...counts,
    reason: error ?? `${missing ?? 'an assertion'} did not run${repeats === 1 ? '' : ` ${String(repeats)} times`}`,
  };
}

/** Every assertion that was to be made, by its metric. One that is made twice in a repeat passed there only if both did. */
export function metricResults({ expected, cases }: EvalRun): ReadonlyMap<string, MetricResult> {
  const ran = new Map(cases.map((one) => [one.id, one.repeats]));
  const results = new Map<string, MetricResult>();
  for (const { id, metrics } of expected)
    for (const { metric } of metrics) {
      const made = new Map<number, boolean>();
      const reasons: string[] = [];
      const errors: string[] = [];
      for (const { repeat, assertions, error } of ran.get(id) ?? []) {
        if (error !== undefined) errors.push(error.message);
        for (const { metric: name, passed, reason } of assertions) {
          // What was asserted before an error is not the result of the whole reply.
          if (name !== metric || error !== undefined) continue;
          made.set(repeat, passed && made.get(repeat) !== false);
          if (!passed && reason !== undefined) reasons.push(reason);
        }
      }
      const [[reason], [error]] = [reasons, errors];
      results.set(metric, { made, ...(reason !== undefined && { reason }), ...(error !== undefined && { error }) });
    }
  return results;
}
