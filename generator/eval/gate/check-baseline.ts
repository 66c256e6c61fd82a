import type { Baseline } from '../baseline/baseline.ts';
import type { EvalRun } from '../results.ts';
import type { Finding } from './verdict.ts';

/** Whether a run can be compared with its baseline, and nothing that the baseline has was taken out of the suite since. */
export function checkBaseline(run: EvalRun, baseline: Baseline): readonly Finding[] {
  const findings: Finding[] = [];
  if (baseline.repeats !== run.repeats)
    findings.push({
      rule: 'other-baseline',
      reason: `the baseline asked each case ${times(baseline.repeats)}, this run ${times(run.repeats)}; rates of both cannot be compared`,
    });
  if (baseline.grader !== run.grader)
    findings.push({
      rule: 'other-baseline',
      reason: `the baseline was graded by ${baseline.grader ?? 'no model'}, this run by ${run.grader ?? 'no model'}`,
    });
  const known = new Set(baseline.cases.map(({ id }) => id));
  if (run.expected.length > 0 && !run.expected.some(({ id }) => known.has(id)))
    findings.push({ rule: 'other-baseline', reason: 'the baseline has none of the cases of this run' });
  const suite = new Map(run.expected.map((one) => [one.id, one]));
  for (const { id, must, metrics } of baseline.cases) {
    const now = suite.get(id);
    if (now === undefined) {
      // With a filter the rest is left out on purpose; a run without one decides.
      if (run.filter === undefined)
        findings.push({
          rule: 'deleted-case',
          case: id,
          reason: 'the baseline has this case, the suite no longer does',
        });
      continue;
    }
    const about = { case: id, criterion: now.text };
    if (must && !now.must)
      findings.push({
        rule: 'weakened-case',
        ...about,
        reason: 'the baseline has this as a must-case, the suite no longer does',
      });
    const names = new Set(now.metrics.map(({ metric }) => metric));
    for (const metric of Object.keys(metrics))
      if (!names.has(metric))
        findings.push({
          rule: 'deleted-metric',
          ...about,
          metric,
          reason: 'the baseline has this assertion, the suite no longer does',
        });
  }
  return findings;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${String(count)} times`;
}
