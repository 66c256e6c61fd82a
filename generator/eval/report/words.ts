import { count } from '../../diagnostics/render/count.ts';
import type { RateComparison } from '../statistics/compare-rates.ts';
import type { Estimate } from '../statistics/pass-rates.ts';
import type { GateProblem, Verdict } from '../gate/verdict.ts';
import type { CaseChanges } from './changes-of.ts';
import type { CaseView, ReportView } from './view.ts';

/** How the reports word figures, so that all of them say the same. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** `94.0 % (82.1–98.2)` */
export function estimate({ value, low, high }: Estimate): string {
  return `${percent(value)} (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)})`;
}

export function dollars(cost: number): string {
  return `$${cost.toFixed(cost < 1 ? 4 : 2)}`;
}

export function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Thousands apart, in no locale. */
export function grouped(amount: number): string {
  return String(amount).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
}

const VERDICTS = {
  0: 'passed',
  1: 'failed: the quality is not good enough',
  2: 'failed: the spec or the configuration is wrong',
  3: 'failed: not everything could be measured',
} as const satisfies Readonly<Record<Verdict['exitCode'], string>>;

export function verdictWords({ exitCode }: Verdict): string {
  return VERDICTS[exitCode];
}

/** Above the problems, since the number before each is no count. */
export const WHY = 'why, each with its exit code';

/** The last line of a run; without `--gate` quality decides no exit code, and the line says what would. */
export function gateWords(verdict: Verdict, gated: boolean): string {
  const code = String(verdict.exitCode);
  if (verdict.exitCode === 1 && !gated)
    return `gate ${verdictWords(verdict)} (with --gate the exit code would be ${code})`;
  return `gate ${verdictWords(verdict)} (exit code ${code})`;
}

/** `16 gaps`, `1 case` */
export function gapsOf({ cases, over }: Verdict['rates']): string {
  return over === 'gaps' ? count(cases, 'gap') : count(cases, 'case');
}

/** `4/5`, and what it was where that differs. */
export function counts({ passed, repeats, before }: CaseView): string {
  const was =
    before !== undefined && before.passed !== passed ? ` (was ${String(before.passed)}/${String(before.repeats)})` : '';
  return `${String(passed)}/${String(repeats)}${was}`;
}

export function compared({ before, after, cases, tests }: RateComparison): string {
  if (cases === 0) return 'nothing: the baseline has no case that ran as often';
  const tested = tests.map(({ over, units, p, level }) => {
    const what = over === 'gaps' ? count(units, 'gap') : `workflows of ${count(units, 'integration')}`;
    return level === 0
      ? `${what}: too few to test`
      : `${what}: one-sided p = ${p.toFixed(4)} against ${level.toFixed(4)}`;
  });
  const means = `mean rate ${percent(before)} before, ${percent(after)} now, over ${count(cases, 'case')}`;
  return [means, ...tested].join('; ');
}

export function smallest({ smallest: { points, power }, tests }: RateComparison): string {
  const gaps = tests.find(({ over }) => over === 'gaps')?.units ?? 0;
  return points === undefined
    ? `with ${count(gaps, 'gap')} no drop of all of them could have been seen reliably: there are too few`
    : `the smallest regression that could have been seen is a drop of ${count(points, 'point')} in every gap (in ${String(power * 100)} of 100 runs)`;
}

/** What the words of a problem are: a criterion's, or what the gap that failed as a whole is for. */
export function criterionLabel({ case: id, criterion }: GateProblem, { cases }: ReportView): 'Criterion' | 'Gap' {
  return cases.some((one) => one.id === id && one.kind === 'gap' && one.text === criterion) ? 'Gap' : 'Criterion';
}

/** The figures below the table, line by line. */
export function figures({
  verdict,
  run,
  cases,
  cost,
  tokens,
  latency,
  changes,
}: ReportView): readonly (readonly [string, string])[] {
  const { rates, comparison } = verdict;
  const k = String(rates.k);
  return [
    ['pass@1', rates.cases === 0 ? 'nothing ran' : `${estimate(rates.passAt1)} over ${gapsOf(rates)}`],
    // Of one asking all three are the same.
    ...(rates.k <= 1
      ? []
      : ([
          [`pass@${k}`, estimate(rates.passAtK)],
          [`pass^${k}`, estimate(rates.passHatK)],
        ] as const)),
    ...workflows(cases),
    ...(changes === undefined || comparison?.cases === 0 ? [] : ([['cases', changed(changes)]] as const)),
    ...(comparison === undefined ? [] : ([['compared', compared(comparison)]] as const)),
    ...(comparison === undefined || comparison.cases === 0 ? [] : ([['could see', smallest(comparison)]] as const)),
    ...(changes?.bodies === undefined ? [] : ([['bodies', sizes(changes.bodies)]] as const)),
    ['tokens', tokens === undefined ? 'not reported' : `${grouped(tokens.input)} in, ${grouped(tokens.output)} out`],
    ['cost', cost === undefined ? 'not reported' : costWords(cost, run.budget)],
    ...(latency === undefined ? [] : ([['latency', `${seconds(latency)} (median)`]] as const)),
  ];
}

/** `1 better, 15 worse, 63 the same` */
export function changed({ better, worse, same }: CaseChanges): string {
  if (better.length + worse.length + same === 0) return 'none can be compared';
  return `${String(better.length)} better, ${String(worse.length)} worse, ${String(same)} the same`;
}

/** `35,192 characters in 16 gaps, 34,712 before (+1 %)` */
export function sizes({ gaps, before, after }: NonNullable<CaseChanges['bodies']>): string {
  const change = before === 0 ? '' : ` (${signed(((after - before) / before) * 100)} %)`;
  return `${characters(after)} in ${count(gaps, 'gap')}, ${grouped(before)} before${change}`;
}

/** `1 character`, `35,192 characters` */
export function characters(amount: number): string {
  return `${grouped(amount)} ${amount === 1 ? 'character' : 'characters'}`;
}

function signed(value: number): string {
  const rounded = Math.round(value);
  return rounded === 0 ? '±0' : `${rounded > 0 ? '+' : '−'}${String(Math.abs(rounded))}`;
}

/** Criteria of workflows, which the shares are not over. */
export function workflows(cases: readonly CaseView[]): readonly (readonly [string, string])[] {
  const criteria = cases.filter(({ kind }) => kind !== 'gap');
  const passed = criteria.filter(({ state }) => state === 'passed').length;
  if (criteria.length === 0) return [];
  return [
    ['workflows', `${String(passed)} of ${count(criteria.length, 'criterion', 'criteria')} passed in every repeat`],
  ];
}

/** `96 of 106 criteria are left out by the filter`; nothing where there is none. */
export function leftOutWords({ trace, leftOut }: Pick<ReportView, 'trace' | 'leftOut'>): readonly string[] {
  const of = count(trace.length + leftOut, 'criterion', 'criteria');
  return leftOut === 0 ? [] : [`${String(leftOut)} of ${of} ${leftOut === 1 ? 'is' : 'are'} left out by the filter`];
}

function costWords(cost: number, budget: number | undefined): string {
  return `${dollars(cost)}${budget === undefined ? '' : ` of a budget of ${dollars(budget)}`}`;
}

/** `fill@v1 · unspecified · 5 repeats · replay` */
export function heading({ run }: ReportView): string {
  const { prompt, model, grader, repeats, mode, date } = run;
  return [
    prompt,
    model,
    ...(grader === undefined ? [] : [`graded by ${grader}`]),
    count(repeats, 'repeat'),
    mode,
    ...(date === undefined ? [] : [date]),
  ].join(' · ');
}
