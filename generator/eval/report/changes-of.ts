import type { Baseline } from '../baseline/baseline.ts';
import type { EvalRun } from '../results.ts';
import type { CaseView } from './view.ts';

/** The cases that pass more often than in the baseline, and those that pass less often; and how long the first bodies are. */
export interface CaseChanges {
  readonly better: readonly CaseView[];
  readonly worse: readonly CaseView[];
  readonly same: number;
  /** Characters of the bodies of gaps that both have; absent where there is none. */
  readonly bodies?: { readonly gaps: number; readonly before: number; readonly after: number };
}

/** A run beside its baseline, case by case. */
export function changesOf(cases: readonly CaseView[], run: EvalRun, baseline: Baseline): CaseChanges {
  const moved = cases.flatMap((one) => {
    const { before, passed, repeats } = one;
    if (before === undefined || before.repeats !== repeats || one.state === 'not verified') return [];
    return [{ one, by: passed - before.passed }];
  });
  const earlier = new Map(baseline.cases.map(({ id, body }) => [id, body]));
  const sizes = run.cases.flatMap(({ id, kind, repeats }) => {
    const [before, after] = [earlier.get(id), repeats.find(({ body }) => body !== undefined)?.body];
    return kind !== 'gap' || before === undefined || after === undefined
      ? []
      : [{ before: before.length, after: after.length }];
  });
  return {
    better: moved.flatMap(({ one, by }) => (by > 0 ? [one] : [])),
    worse: moved.flatMap(({ one, by }) => (by < 0 ? [one] : [])),
    same: moved.filter(({ by }) => by === 0).length,
    ...(sizes.length > 0 && {
      bodies: {
        gaps: sizes.length,
        before: total(sizes.map(({ before }) => before)),
        after: total(sizes.map(({ after }) => after)),
      },
    }),
  };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}
