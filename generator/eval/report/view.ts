import type { Baseline } from '../baseline/baseline.ts';
import type { Verdict } from '../gate/verdict.ts';
import { becauseOf } from '../gate/because-of.ts';
import { normalRun } from '../normal-run.ts';
import type { CaseKind, EvalRepeat, EvalRun } from '../results.ts';
import { caseRate } from '../statistics/case-rate.ts';
import { changesOf, type CaseChanges } from './changes-of.ts';
import { metricResults, resultsOf, type TracedRow } from '../traceability/result-of.ts';
import type { TracePlace } from '../traceability/trace-row.ts';

/** What a report is made from. */
export interface ReportInput {
  readonly run: EvalRun;
  readonly verdict: Verdict;
  readonly baseline?: Baseline;
}

/** What every report shows, in one order, derived once. */
export interface ReportView extends ReportInput {
  readonly cases: readonly CaseView[];
  /** The criteria that the run was asked for, and how many others its filter leaves out. */
  readonly trace: readonly TracedRow[];
  readonly leftOut: number;
  /** Against the baseline; absent without one. */
  readonly changes?: CaseChanges;
  /** US dollars, tokens, and milliseconds of the median reply, as far as the replies report them. */
  readonly cost?: number;
  readonly tokens?: { readonly input: number; readonly output: number };
  readonly latency?: number;
}

/** `unstable`: some repeats passed. `not verified`: it did not run as often as it was to, or ended in errors. */
export type CaseState = 'passed' | 'unstable' | 'failed' | 'not verified';

export interface CaseView {
  readonly id: string;
  readonly kind: CaseKind;
  readonly must: boolean;
  readonly text: string;
  readonly place?: TracePlace;
  readonly state: CaseState;
  readonly passed: number;
  readonly repeats: number;
  /** In the baseline. */
  readonly before?: { readonly passed: number; readonly repeats: number };
  readonly metrics: readonly MetricView[];
  readonly cost?: number;
  readonly latency?: number;
  readonly error?: string;
  /** Gaps without an accepted body, where that alone is why it did not pass. */
  readonly because: readonly string[];
}

export interface MetricView {
  readonly metric: string;
  readonly must: boolean;
  readonly passed: number;
  readonly made: number;
  /** Why it failed first. */
  readonly reason?: string;
}

export function viewOf({ run: given, verdict, baseline }: ReportInput): ReportView {
  const run = normalRun(given);
  const { rows: trace, leftOut } = resultsOf(run);
  const metrics = metricResults(run);
  const ran = new Map(run.cases.map((one) => [one.id, one]));
  const earlier = new Map(baseline?.cases.map((one) => [one.id, one]));
  const cases = run.expected.map((expected): CaseView => {
    const one = ran.get(expected.id);
    const repeats = one?.repeats ?? [];
    const passed = one === undefined ? 0 : caseRate(one).passed;
    const error = repeats.find((repeat) => repeat.error !== undefined)?.error?.message;
    const whole = error === undefined && repeats.length === run.repeats;
    const before = earlier.get(expected.id);
    const latency = median(repeats.flatMap((repeat) => repeat.latency ?? []));
    const cost = costOf(repeats.map((repeat) => ({ kind: expected.kind, repeat })));
    return {
      ...expected,
      state: !whole ? 'not verified' : passed === repeats.length ? 'passed' : passed === 0 ? 'failed' : 'unstable',
      passed,
      repeats: run.repeats,
      ...(before !== undefined && { before: { passed: before.passed, repeats: before.repeats } }),
      metrics: expected.metrics.map(({ metric, must }): MetricView => {
        const made = [...(metrics.get(metric)?.made.values() ?? [])];
        const reason = metrics.get(metric)?.reason;
        return {
          metric,
          must,
          passed: made.filter(Boolean).length,
          made: made.length,
          ...(reason !== undefined && { reason }),
        };
      }),
      ...(cost !== undefined && { cost }),
      ...(latency !== undefined && { latency }),
      ...(error !== undefined && { error }),
      because: becauseOf(repeats),
    };
  });
  const all = run.cases.flatMap(({ repeats }) => repeats);
  const cost = costOf(run.cases.flatMap(({ kind, repeats }) => repeats.map((repeat) => ({ kind, repeat }))));
  const reported = all.filter(isReported);
  const latency = median(all.flatMap((repeat) => repeat.latency ?? []));
  return {
    run,
    verdict,
    ...(baseline !== undefined && { baseline }),
    cases,
    trace,
    leftOut,
    ...(baseline !== undefined && { changes: changesOf(cases, run, baseline) }),
    ...(reported.length > 0 && {
      tokens: {
        input: sum(reported.map(({ usage }) => usage.input ?? 0)) ?? 0,
        output: sum(reported.map(({ usage }) => usage.output ?? 0)) ?? 0,
      },
    }),
    ...(cost !== undefined && { cost }),
    ...(latency !== undefined && { latency }),
  };
}

function isReported({ usage }: EvalRepeat): boolean {
  return usage.input !== undefined || usage.output !== undefined;
}

/** What asks nobody is free and not counted; a reply that does not say what it used costs what nobody knows. */
function costOf(all: readonly { readonly kind: CaseKind; readonly repeat: EvalRepeat }[]): number | undefined {
  return sum(
    all.flatMap(({ kind, repeat }) => (kind !== 'criterion' && isReported(repeat) ? (repeat.cost ?? []) : [])),
  );
}

function sum(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((total, one) => total + one, 0);
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
