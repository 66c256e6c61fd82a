import { passRates, type Estimate } from '../../statistics/pass-rates.ts';
import type { CaseChanges } from '../changes-of.ts';
import type { CaseView, ReportView } from '../view.ts';
import { changed, compared, gapsOf, dollars, grouped, percent, seconds, sizes, smallest, workflows } from '../words.ts';
import { barChart, intervalChart, type Chart } from './charts.ts';

/** More bars than that nobody compares; the table has all of them. */
const BARS = 20;

/** The figures at the top, worded. */
export function figuresOf({
  verdict: { rates, comparison },
  tokens,
  cost,
  latency,
  run,
  cases,
  changes,
}: ReportView): readonly unknown[] {
  const k = String(rates.k);
  const share = (label: string, { value, low, high }: Estimate): unknown => ({
    label,
    value: percent(value),
    detail: `between ${percent(low)} and ${percent(high)}`,
  });
  return [
    rates.cases === 0
      ? { label: 'pass@1', value: 'nothing ran' }
      : share(`pass@1 over ${gapsOf(rates)}: one asking passes`, rates.passAt1),
    ...(rates.k <= 1
      ? []
      : [share(`pass@${k}: one of ${k} passes`, rates.passAtK), share(`pass^${k}: all ${k} pass`, rates.passHatK)]),
    ...workflows(cases).map(([, value]) => ({ label: 'Workflows', value })),
    ...(changes === undefined || comparison?.cases === 0
      ? []
      : [{ label: 'Cases against the baseline', value: changed(changes) }]),
    ...(changes?.bodies === undefined ? [] : [bodySize(changes.bodies)]),
    {
      label: 'Cost',
      value: cost === undefined ? 'not reported' : dollars(cost),
      ...(run.budget !== undefined && { detail: `of a budget of ${dollars(run.budget)}` }),
    },
    { label: 'Median latency', value: latency === undefined ? 'not reported' : seconds(latency) },
    tokens === undefined
      ? { label: 'Tokens', value: 'not reported' }
      : { label: 'Tokens', value: `${grouped(tokens.input)} in`, detail: `${grouped(tokens.output)} out` },
    ...(comparison === undefined
      ? []
      : [{ label: 'Compared with the baseline', value: compared(comparison), wide: true }]),
    ...(comparison === undefined || comparison.cases === 0
      ? []
      : [{ label: 'What this suite could have seen', value: smallest(comparison), wide: true }]),
  ];
}

function bodySize(bodies: NonNullable<CaseChanges['bodies']>): unknown {
  const [value, ...rest] = sizes(bodies).split(', ');
  return { label: 'Size of the first bodies', value, detail: rest.join(', ') };
}

/** pass@1, pass@k and pass^k beside the baseline's; nothing where nothing ran. */
export function scoreChart({ verdict: { rates }, baseline }: ReportView): Chart | undefined {
  if (rates.cases === 0) return undefined;
  const before = baseline === undefined ? undefined : passRates(baseline.cases);
  const k = String(rates.k);
  const row = (
    label: string,
    estimate: Estimate,
    was: Estimate | undefined,
  ): Parameters<typeof intervalChart>[0][number] => ({
    label,
    estimate,
    ...(was !== undefined && { before: was.value }),
  });
  return intervalChart([
    row('pass@1', rates.passAt1, before?.passAt1),
    ...(rates.k <= 1
      ? []
      : [row(`pass@${k}`, rates.passAtK, before?.passAtK), row(`pass^${k}`, rates.passHatK, before?.passHatK)]),
  ]);
}

/** What the cases cost and how long they took, the highest first; none where nothing is known. */
export function costCharts(cases: readonly CaseView[]): readonly Chart[] {
  const chart = (
    caption: string,
    valueOf: (one: CaseView) => number | undefined,
    words: (value: number) => string,
  ): readonly Chart[] => {
    const rows = cases.flatMap((one) => {
      const value = valueOf(one);
      return value === undefined ? [] : [{ label: one.id, value, words: words(value) }];
    });
    const most = rows.toSorted((one, other) => other.value - one.value).slice(0, BARS);
    const which = rows.length > BARS ? `, the ${String(BARS)} highest of ${String(rows.length)}` : '';
    return most.length === 0 ? [] : [barChart(`${caption}${which}`, most)];
  };
  return [
    ...chart('US dollars per case, all repeats together', ({ cost }) => cost, dollars),
    ...chart('Median latency per case', ({ latency }) => latency, seconds),
  ];
}
