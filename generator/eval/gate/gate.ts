import { count } from '../../diagnostics/render/count.ts';
import type { Baseline } from '../baseline/baseline.ts';
import { normalRun } from '../normal-run.ts';
import type { EvalRun } from '../results.ts';
import { caseRate } from '../statistics/case-rate.ts';
import { compareRates, DEFAULT_LEVEL, type RateComparison } from '../statistics/compare-rates.ts';
import { LEFT } from '../statistics/find-losses.ts';
import { passRates } from '../statistics/pass-rates.ts';
import { checkBaseline } from './check-baseline.ts';
import { checkErrors } from './check-errors.ts';
import { checkQuality } from './check-quality.ts';
import { checkSuite } from './check-suite.ts';
import { isMeasured } from './is-measured.ts';
import { GATE_RULES, type Finding, type GateProblem, type GateRule, type Verdict } from './verdict.ts';

export interface GateOptions {
  /** A comparison was asked for: without a baseline the gate is red. */
  readonly compare: boolean;
  readonly baseline?: Baseline;
  /** The prompt whose baseline was asked for; the run's own where absent. */
  readonly against?: string;
  /** Of the paired test; 0.05 where absent. */
  readonly level?: number;
}

/** Judges a run. Fails closed: what was not measured, or not as the specs say, is a problem and never a pass. */
export function gate(given: EvalRun, { compare, baseline, against, level = DEFAULT_LEVEL }: GateOptions): Verdict {
  const run = normalRun(given);
  const compared = compare ? baseline : undefined;
  const rates = run.cases.map(caseRate);
  // The suite says what is a must, not what ran; and a repeat that did not run has not passed.
  const musts = new Map(run.expected.map(({ id, must }) => [id, must]));
  const now = rates.map((rate) => ({ ...rate, must: musts.get(rate.id) ?? rate.must }));
  const comparison = compared === undefined ? undefined : compareRates(compared.cases, now, level);
  const findings = [
    ...checkSuite(run),
    ...(level > 0 && level < 1
      ? []
      : [{ rule: 'configuration-error' as const, reason: `a level of ${String(level)} is not between 0 and 1` }]),
    ...(compare && baseline === undefined ? [missingBaseline(against ?? run.prompt, run.model)] : []),
    ...(compared === undefined ? [] : checkBaseline(run, compared)),
    ...checkErrors(run, baseline),
    ...checkQuality(run, comparison),
  ];
  const problems = [2, 3, 1].flatMap((code) => findings.map(problem).filter((one) => one.code === code));
  return {
    version: 1,
    exitCode: problems[0]?.code ?? 0,
    problems,
    notes: [...notesOf(run, compared), ...(comparison === undefined ? [] : lossNotes(comparison, run.repeats))],
    rates: passRates(rates),
    ...(comparison !== undefined && { comparison }),
  };
}

/** Whether a run may become the baseline: what was asked for was measured. That it is worse than before may be meant. */
export function mayAccept(run: EvalRun): Verdict {
  const verdict = gate(run, { compare: false });
  const problems = verdict.problems.filter(({ code }) => code !== 1);
  if (run.filter === undefined) return { ...verdict, problems, exitCode: problems[0]?.code ?? 0 };
  const reason = 'a run with a filter leaves cases out, and cannot become a baseline';
  return { ...verdict, problems: [problem({ rule: 'configuration-error', reason }), ...problems], exitCode: 2 };
}

function problem(finding: Finding): GateProblem {
  const rule: GateRule = finding.rule;
  return { code: GATE_RULES[rule], ...finding };
}

/** The sum of the cases' chances is how many are expected. Only with fewer than four repeats is it over what it may be. */
function lossNotes({ doubtful, lossChance, level }: RateComparison, repeats: number): readonly string[] {
  const notes: string[] = [];
  if (doubtful.length > 0) {
    const named = doubtful.map(({ id, before }) => `${id} (${String(before)} of ${String(repeats)})`);
    const rest = named.length > NAMED ? `, and ${String(named.length - NAMED)} more` : '';
    notes.push(
      `passed in the baseline and never now, which chance alone does too, so more repeats would tell: ${named.slice(0, NAMED).join(', ')}${rest}`,
    );
  }
  if (lossChance <= level * (1 - LEFT)) return notes;
  if (repeats === 1)
    return [
      ...notes,
      'each case was asked once: chance loses a must-case as easily as it wins one, and only more repeats tell them apart',
    ];
  const often =
    lossChance < 1
      ? `a must-case in up to ${(lossChance * 100).toFixed(1)} % of such runs`
      : `${lossChance.toFixed(1)} must-cases in such a run`;
  return [...notes, `if nothing had changed, chance would lose ${often}; more repeats make that rare`];
}

const NAMED = 5;

function missingBaseline(prompt: string, model: string): Finding {
  return {
    rule: 'missing-baseline',
    reason: `there is no baseline of ${prompt} with ${model}; flowright eval accept --prompt ${prompt} makes one`,
  };
}

function notesOf(run: EvalRun, baseline: Baseline | undefined): readonly string[] {
  const notes: string[] = [];
  if (run.filter !== undefined)
    notes.push(
      `the filter '${run.filter}' asks for ${String(run.expected.length)} of ${count(run.total, 'case')}, and leaves out the others`,
    );
  if (!isMeasured(run))
    notes.push('what could not be measured counts as not passed in the shares, and proves nothing worse');
  if (baseline === undefined) notes.push('nothing was compared with a baseline');
  else {
    const known = new Set(baseline.cases.map(({ id }) => id));
    const fresh = run.expected.filter(({ id }) => !known.has(id)).length;
    if (fresh > 0)
      notes.push(
        `${String(fresh)} of ${count(run.expected.length, 'case')} ${fresh === 1 ? 'is' : 'are'} not in the baseline`,
      );
    if (baseline.prompt !== run.prompt || baseline.model !== run.model)
      notes.push(`compared with ${baseline.prompt} and ${baseline.model}`);
    else if (baseline.promptHash !== run.promptHash)
      notes.push(`${run.prompt} was changed since the baseline, and its replies recorded again`);
  }
  return notes;
}
