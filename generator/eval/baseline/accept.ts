import type { EvalCase, EvalRun } from '../results.ts';
import { normalRun } from '../normal-run.ts';
import { caseRate } from '../statistics/case-rate.ts';
import { passRates } from '../statistics/pass-rates.ts';
import type { Baseline, BaselineCase, BaselineMove } from './baseline.ts';

/** Why a run became the baseline. */
export interface Acceptance {
  readonly reason: string;
  /** `2026-01-31`. */
  readonly date?: string;
}

/**
 * The baseline that a run makes, with the moves of the one before it. Whether the run may become one is the gate's to say:
 * `mayAccept`. Throws a RangeError for a reason that says nothing: whoever reads the history needs it.
 */
export function accept(run: EvalRun, { reason, date }: Acceptance, earlier?: Baseline): Baseline {
  const words = reason.trim().replaceAll(/\s+/g, ' ');
  if (words === '') throw new RangeError('a baseline is moved for a reason');
  const { prompt, promptHash, promptFiles, model, grader, repeats, cases } = normalRun(run);
  const passAt1 = Math.round(passRates(cases.map(caseRate)).passAt1.value * 10_000) / 10_000;
  const move: BaselineMove = {
    reason: words,
    ...(date !== undefined && { date }),
    promptHash,
    cases: cases.length,
    passAt1,
  };
  return {
    version: 1,
    prompt,
    promptHash,
    promptFiles,
    model,
    ...(grader !== undefined && { grader }),
    repeats,
    cases: cases.map(baselineCase),
    history: [...(earlier?.history ?? []), move],
  };
}

function baselineCase(one: EvalCase): BaselineCase {
  const passed = new Map<string, number>();
  for (const { assertions } of one.repeats)
    for (const { metric, passed: holds } of assertions) passed.set(metric, (passed.get(metric) ?? 0) + (holds ? 1 : 0));
  const metrics = [...passed].toSorted(([left], [right]) => (left < right ? -1 : 1));
  const body = one.repeats.find((repeat) => repeat.body !== undefined)?.body;
  return { ...caseRate(one), metrics: Object.fromEntries(metrics), ...(body !== undefined && { body }) };
}
