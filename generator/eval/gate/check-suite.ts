import { count } from '../../diagnostics/render/count.ts';
import { hasErrors } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { EvalCase, EvalRun, ExpectedCase } from '../results.ts';
import type { Finding } from './verdict.ts';

/** Whether what ran is what was to run: no case, repeat or assertion too few, too many or twice. */
export function checkSuite({ expected, cases, repeats, filter, total, diagnostics }: EvalRun): readonly Finding[] {
  const findings: Finding[] = [];
  // Of specs that have errors nobody knows what there was to run.
  if (expected.length === 0 && !hasErrors(diagnostics)) {
    const reason = filter === undefined ? 'the specs have no gap and no criterion' : `no case matches '${filter}'`;
    findings.push({ rule: 'empty', reason });
  }
  if (filter === undefined && expected.length !== total)
    findings.push({
      rule: 'missing-case',
      reason: `the specs have ${count(total, 'case')}, but without a filter ${count(expected.length, 'was', 'were')} to run`,
    });
  if (!Number.isInteger(repeats) || repeats < 1)
    findings.push({ rule: 'configuration-error', reason: 'each case has to be asked once at least' });
  findings.push(
    ...twice(
      expected.map(({ id }) => id),
      'is in the suite twice',
    ),
  );
  findings.push(
    ...twice(
      cases.map(({ id }) => id),
      'ran twice',
    ),
  );
  const known = new Map(expected.map((one) => [one.id, one]));
  for (const { id } of cases) if (!known.has(id)) findings.push(unknownCase(id, known));
  const ran = new Map(cases.map((one) => [one.id, one]));
  for (const one of expected) findings.push(...checkCase(one, ran.get(one.id), repeats));
  return findings;
}

function twice(ids: readonly string[], what: string): readonly Finding[] {
  const more = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...more].map((id) => ({ rule: 'duplicate-case', case: id, reason: `the case ${what}` }));
}

function unknownCase(id: string, known: ReadonlyMap<string, unknown>): Finding {
  return { rule: 'unknown-case', case: id, reason: `no spec has this case${meant(id, known.keys())}` };
}

function meant(name: string, candidates: Iterable<string>): string {
  const near = nearest(name, candidates);
  return near === undefined ? '' : `; did you mean '${near}'?`;
}

function checkCase(expected: ExpectedCase, ran: EvalCase | undefined, repeats: number): readonly Finding[] {
  const about = { case: expected.id, criterion: expected.text };
  const names = expected.metrics.map(({ metric }) => metric);
  if (names.length === 0)
    return [
      { rule: 'no-metrics', ...about, reason: 'nothing checks this case; a case without an assertion would pass' },
    ];
  const findings: Finding[] = [];
  const double = names.find((name, at) => names.indexOf(name) !== at);
  if (double !== undefined)
    findings.push({ rule: 'duplicate-metric', ...about, metric: double, reason: 'the suite has the assertion twice' });
  if (ran === undefined) return [...findings, { rule: 'missing-case', ...about, reason: 'the case did not run' }];
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const found = ran.repeats.filter((one) => one.repeat === repeat);
    if (found.length === 1) continue;
    const reason = `repeat ${String(repeat + 1)} of ${String(repeats)} ${found.length === 0 ? 'did not run' : 'ran twice'}`;
    findings.push({ rule: found.length === 0 ? 'missing-repeat' : 'duplicate-case', ...about, reason });
  }
  const beyond = ran.repeats.find(({ repeat }) => !Number.isInteger(repeat) || repeat < 0 || repeat >= repeats);
  if (beyond !== undefined)
    findings.push({ rule: 'unknown-case', ...about, reason: `repeat ${String(beyond.repeat + 1)} was not to run` });
  return [...findings, ...checkMetrics(expected, ran, names)];
}

/** A repeat that ended in an error has no assertions to look at: the error is a finding of its own. */
function checkMetrics(expected: ExpectedCase, ran: EvalCase, names: readonly string[]): readonly Finding[] {
  const about = { case: expected.id, criterion: expected.text };
  const findings = new Map<string, Finding>();
  const note = (finding: Finding): void => void findings.set(`${finding.rule} ${finding.metric ?? ''}`, finding);
  for (const { repeat, assertions, error } of ran.repeats) {
    const at = `in repeat ${String(repeat + 1)}`;
    const made = assertions.map(({ metric }) => metric);
    for (const { metric, weight } of assertions) {
      if (!names.includes(metric))
        note({ rule: 'unknown-metric', ...about, metric, reason: `no spec has this assertion${meant(metric, names)}` });
      if (made.indexOf(metric) !== made.lastIndexOf(metric))
        note({ rule: 'duplicate-metric', ...about, metric, reason: `the assertion was made twice ${at}` });
      if (!(weight > 0 && Number.isFinite(weight)))
        note({
          rule: 'wrong-weight',
          ...about,
          metric,
          reason: `a weight of ${String(weight)} would let a failure pass`,
        });
    }
    if (error !== undefined) continue;
    for (const name of names)
      if (!made.includes(name))
        note({ rule: 'missing-metric', ...about, metric: name, reason: `the assertion was not made ${at}` });
  }
  return [...findings.values()];
}
