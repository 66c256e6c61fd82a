import { DEFAULT_LEVEL } from '../../generator/eval/statistics/compare-rates.ts';
import { decide } from '../../generator/eval/statistics/decide.ts';
import { randomOf } from '../../generator/eval/statistics/random.ts';
import { dependentPairs, taken } from './dependent.ts';
import { simulate, SUITES } from './simulate.ts';

/** `npm run bench:evals`: how often the gate is red for nothing, and how often it sees a drop; the tables of docs/evals.md. Another number of comparisons may follow. */
const REPEATS = 5;
const COMPARISONS = Number(process.argv[2] ?? 1000);
const CASES = [20, 50, 100];
const DROPS = [0.1, 0.2, 0.3];
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

const rates = (cases: number, drop: number, at: number): ReturnType<typeof simulate> | undefined => {
  const suite = SUITES[at];
  return suite && simulate(suite, { cases, repeats: REPEATS, drop, comparisons: COMPARISONS, seed: 1 });
};

process.stdout.write(`False alarms of ${String(COMPARISONS)} A/A comparisons at ${String(REPEATS)} repeats\n\n`);
process.stdout.write(row(['suite', 'cases', 'paired test', 'must-case lost', 'either', 'never in both runs']));
process.stdout.write(row(['---', '--:', '--:', '--:', '--:', '--:']));
for (const [at, { name }] of SUITES.entries())
  for (const cases of CASES) {
    const alarms = rates(cases, 0, at);
    if (alarms === undefined) continue;
    const shares = [alarms.worse, alarms.lost, alarms.either, alarms.never].map(percent);
    process.stdout.write(row([name, String(cases), ...shares]));
  }

process.stdout.write(
  `\nPower at ${String(REPEATS)} repeats: the share of ${String(COMPARISONS)} drops that the gate sees\n\n`,
);
process.stdout.write(row(['suite', 'cases', ...DROPS.map((drop) => `${String(drop * 100)} points`)]));
process.stdout.write(row(['---', '--:', ...DROPS.map(() => '--:')]));
for (const [at, { name }] of SUITES.entries())
  for (const cases of CASES) {
    const seen = DROPS.map((drop) => percent(rates(cases, drop, at)?.either ?? 0));
    process.stdout.write(row([name, String(cases), ...seen]));
  }

process.stdout.write('\nFalse alarms of the paired tests where the criteria of an integration hang together\n\n');
process.stdout.write(
  row(['integrations', 'cases', 'each case for itself', 'gaps for themselves, workflows by integration']),
);
process.stdout.write(row(['--:', '--:', '--:', '--:']));
for (const integrations of [1, 4, 8]) {
  const random = randomOf(1);
  let [naive, apart, count] = [0, 0, 0];
  for (let comparison = 0; comparison < COMPARISONS; comparison += 1) {
    const pairs = dependentPairs(integrations, REPEATS, random);
    count = pairs.length;
    if (decide(taken(pairs), DEFAULT_LEVEL).worse) naive += 1;
    if (decide(pairs, DEFAULT_LEVEL).worse) apart += 1;
  }
  process.stdout.write(
    row([String(integrations), String(count), percent(naive / COMPARISONS), percent(apart / COMPARISONS)]),
  );
}
