import type { GapState } from '../../gap/lock/gap-lock.ts';
import type { EvalCase, EvalRun, ExpectedCase } from '../results.ts';
import { criterionOf } from '../suite/criterion-of.ts';
import { whatFailed } from '../suite/first-failure.ts';
import { caseRate } from '../statistics/case-rate.ts';
import type { RateComparison } from '../statistics/compare-rates.ts';
import { becauseOf } from './because-of.ts';
import { isMeasured } from './is-measured.ts';
import type { Finding } from './verdict.ts';

const WHY: Readonly<Partial<Record<GapState, string>>> = {
  stale: ': its rule, types or examples were changed after it was filled',
  edited: ': it was changed after it was accepted',
};

/** Whether what was measured is good enough: must-assertions, must-cases, committed fills, and the comparison. */
export function checkQuality(run: EvalRun, comparison: RateComparison | undefined): readonly Finding[] {
  const ran = new Map(run.cases.map((one) => [one.id, one]));
  const lost = new Map(comparison?.lost.map((one) => [one.id, one.before]));
  const doubtful = new Set(comparison?.doubtful.map(({ id }) => id));
  const findings = run.expected.flatMap((expected) => {
    const one = ran.get(expected.id);
    return one === undefined
      ? []
      : [...mustAssertions(expected, one), ...(doubtful.has(one.id) ? [] : mustCase(expected, one, lost.get(one.id)))];
  });
  const fills = run.fills
    .filter(({ state }) => state !== 'ok')
    .map(({ gap, state, file, line }): Finding => ({
      rule: 'fill-state',
      case: gap,
      reason: `the committed fill is ${state}${WHY[state] ?? ''} (${file}:${String(line)}); flowright gaps verify says more`,
    }));
  // What could not be measured is no proof that anything is worse; its errors make the gate red.
  return [...findings, ...fills, ...(comparison === undefined || !isMeasured(run) ? [] : overall(comparison))];
}

function mustAssertions(expected: ExpectedCase, { repeats }: EvalCase): readonly Finding[] {
  const musts = new Set(expected.metrics.flatMap(({ metric, must }) => (must ? [metric] : [])));
  const failed = new Map<string, { repeat: number; reason: string | undefined; count: number }>();
  for (const { repeat, assertions } of repeats)
    for (const { metric, must, passed, reason } of assertions) {
      if (passed || !(must || musts.has(metric))) continue;
      const earlier = failed.get(metric);
      failed.set(
        metric,
        earlier === undefined ? { repeat, reason, count: 1 } : { ...earlier, count: earlier.count + 1 },
      );
    }
  return [...failed].map(([metric, { repeat, reason, count }]) => ({
    rule: 'must-assertion',
    case: expected.id,
    metric,
    criterion: criterionOf(expected, { metric }, []),
    reason: `failed${repeats.length === 1 ? '' : ` in ${String(count)} of ${String(repeats.length)} repeats, first in repeat ${String(repeat + 1)}`}: ${reason ?? 'no reason was given'}`,
  }));
}

function mustCase(expected: ExpectedCase, one: EvalCase, before: number | undefined): readonly Finding[] {
  const { passed, repeats } = caseRate(one);
  // Repeats that ended in an error show nothing; their errors are findings already.
  if (!expected.must || passed > 0 || repeats === 0 || one.repeats.every(({ error }) => error !== undefined)) return [];
  const failed = one.repeats.flatMap(({ assertions }) => assertions.filter(({ passed: holds }) => !holds));
  const [first] = whatFailed(failed);
  const because = becauseOf(one.repeats);
  const why = first === undefined ? '' : `: ${first.reason ?? 'no reason was given'}`;
  const times = (count: number): string =>
    repeats > 1 ? `passed ${String(count)} of ${String(repeats)} times` : count === 1 ? 'passed' : 'did not pass';
  const now = repeats > 1 ? `0 of ${String(repeats)}` : 'does not';
  return [
    {
      rule: before === undefined ? 'must-never-passed' : 'must-lost',
      case: one.id,
      ...(first !== undefined && { metric: first.metric }),
      criterion: criterionOf(expected, first, failed),
      ...(because.length > 0 && { because }),
      reason: before === undefined ? `${times(0)}${why}` : `${times(before)} in the baseline, and ${now} now${why}`,
    },
  ];
}

function overall({ tests, before, after, cases }: RateComparison): readonly Finding[] {
  const points = (value: number): string => `${(value * 100).toFixed(1)} %`;
  return tests
    .filter(({ p, level }) => p <= level)
    .map(({ over, units, p, level }) => {
      const what = over === 'gaps' ? `the ${String(units)} gaps` : `the workflows of ${String(units)} integrations`;
      return {
        rule: 'worse',
        reason: `${what} pass less often than in the baseline; by chance alone that happens with p = ${p.toFixed(4)}, the level is ${level.toFixed(4)} (over all ${String(cases)} cases the mean rate went from ${points(before)} to ${points(after)})`,
      };
    });
}
