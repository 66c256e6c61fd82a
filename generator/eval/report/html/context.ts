import { count } from '../../../diagnostics/render/count.ts';
import type { Verdict } from '../../gate/verdict.ts';
import { ruleWords } from '../rule-words.ts';
import { whatFailed } from '../../suite/first-failure.ts';
import { alsoWords, blockedCases, groupedProblems } from '../grouped-problems.ts';
import type { CaseChanges } from '../changes-of.ts';
import type { CaseState, CaseView, ReportView } from '../view.ts';
import { changed, criterionLabel, dollars, leftOutWords, percent, seconds, verdictWords } from '../words.ts';
import { badge } from './badge.ts';
import { bodyChanges, promptChanges } from './changes.ts';
import { at, traceGroups, unverifiedOf } from './trace.ts';
import { costCharts, figuresOf, scoreChart } from './scores.ts';

/** All that the template shows, worded. */
export function contextOf(view: ReportView): Readonly<Record<string, unknown>> {
  const { run, verdict, baseline, cases } = view;
  const prompts = baseline === undefined ? [] : promptChanges(view);
  const bodies = baseline === undefined ? [] : bodyChanges(view);
  const nothing = 'There is no baseline to compare with.';
  const problems = groupedProblems(verdict.problems).map(
    ({ problem, problem: { metric, case: id, ...one }, also }) => ({
      ...one,
      label: criterionLabel(problem, view),
      about: metric ?? id,
      words: ruleWords[one.rule],
      ...(also.length > 0 && {
        alsoWords: alsoWords(also),
        also: also.map((other) => ({ id: other.case, criterion: other.criterion })),
      }),
    }),
  );
  return {
    title: `Evals of ${run.prompt} with ${run.model}: gate ${verdict.exitCode === 0 ? 'passed' : 'failed'}`,
    heading: {
      prompt: run.prompt,
      model: run.model,
      rest: [
        run.grader === undefined ? [] : `graded by ${run.grader}`,
        run.repeats === 1 ? 'each case asked once' : `each case asked ${String(run.repeats)} times`,
        run.mode,
        run.date ?? [],
      ]
        .flat()
        .join(' · '),
    },
    verdict: verdictBanner(verdict, problems.length),
    problems,
    figures: figuresOf(view),
    scoreChart: scoreChart(view),
    notes: verdict.notes,
    ...(view.changes !== undefined && {
      moved: movedOf(view.changes, `${baseline?.prompt ?? ''} with ${baseline?.model ?? ''}`),
    }),
    tally: tally(cases.map(({ state }) => state)),
    cases: cases.map((one) => caseContext(one, 'new')),
    has: {
      before: baseline !== undefined,
      cost: cases.some(({ cost }) => cost !== undefined),
      latency: cases.some(({ latency }) => latency !== undefined),
    },
    costs: costCharts(cases),
    trace: traceGroups(view),
    unverified: unverifiedOf(view),
    traceTally: [tally(view.trace.map(({ result }) => result.state)), ...leftOutWords(view)].join('; '),
    prompts,
    bodies,
    noPrompts: baseline === undefined ? nothing : 'Nothing: the templates are those of the baseline.',
    noBodies: baseline === undefined ? nothing : 'Nothing: the first body of each case is that of the baseline.',
    diagnostics: run.diagnostics.map(({ place, ...one }) => ({ ...one, place: place && at(place) })),
    history: baseline?.history.map(({ reason, date, passAt1, cases: size, promptHash }) => ({
      reason,
      detail: [date ?? [], count(size, 'case'), `pass@1 ${percent(passAt1)}`, `prompt ${promptHash.slice(0, 12)}`]
        .flat()
        .join(' · '),
    })),
    promptHash: run.promptHash.slice(0, 12),
    sections: [
      ...(problems.length > 0 ? [{ id: 'why', title: 'Why it is red' }] : []),
      { id: 'scores', title: 'Scores' },
      ...(view.changes === undefined ? [] : [{ id: 'moved', title: 'Better and worse' }]),
      { id: 'cases', title: 'Cases' },
      { id: 'cost', title: 'Cost and latency' },
      { id: 'trace', title: 'From story to result' },
      { id: 'prompt', title: 'Prompt' },
      { id: 'code', title: 'Code' },
      ...(run.diagnostics.length > 0 ? [{ id: 'specs', title: 'Specs' }] : []),
      ...(baseline === undefined ? [] : [{ id: 'history', title: 'Baseline' }]),
    ],
  };
}

function verdictBanner(verdict: Verdict, causes: number): unknown {
  const { exitCode, problems } = verdict;
  const green = exitCode === 0;
  const rest = problems.length - causes;
  const others = rest === 0 ? '' : `, and ${String(rest)} that only ${rest === 1 ? 'follows' : 'follow'} from them`;
  return {
    class: green ? 'passed' : 'failed',
    mark: green ? '✓' : '✗',
    words: verdictWords(verdict),
    exitCode,
    summary: green
      ? 'Everything that was to run did, and nothing is worse than it may be.'
      : `${count(causes, 'problem')}${others}, listed below.`,
  };
}

function caseContext(one: CaseView, without: string): unknown {
  const { before, cost, latency } = one;
  return {
    ...one,
    state: badge(one.state),
    passed: `${String(one.passed)}/${String(one.repeats)}`,
    before: before === undefined ? without : `${String(before.passed)}/${String(before.repeats)}`,
    cost: cost === undefined ? '' : dollars(cost),
    latency: latency === undefined ? '' : seconds(latency),
    failures:
      one.because.length > 0
        ? []
        : whatFailed(one.metrics.filter(({ passed, made }) => passed < made)).map(
            ({ metric, passed, made, reason = 'no reason was given' }) => ({
              metric,
              counts: `${String(passed)}/${String(made)}`,
              reason,
            }),
          ),
    ...(one.because.length > 0 && { because: one.because.join(', ') }),
  };
}

/** What got better and what worse; criteria that only lack the same gap's body are one entry. */
function movedOf(changes: CaseChanges, against: string): unknown {
  const { better, worse } = changes;
  const rows = (all: readonly CaseView[]): readonly unknown[] => all.map((one) => caseContext(one, ''));
  const blocked = blockedCases(worse);
  return {
    against,
    summary: changed(changes),
    better: rows(better),
    isWorse: worse.length > 0,
    worse: rows(worse.filter(({ because }) => because.length === 0)),
    blocked: blocked.map(({ gaps, members, names }) => ({
      state: badge(members[0]?.state ?? 'failed'),
      count: count(members.length, 'criterion', 'criteria'),
      gaps,
      names,
    })),
  };
}

function tally(states: readonly CaseState[]): string {
  const of = (one: CaseState): number => states.filter((each) => each === one).length;
  return (['passed', 'unstable', 'failed', 'not verified'] as const)
    .filter((one) => one !== 'unstable' || of(one) > 0)
    .map((one) => `${String(of(one))} ${one}`)
    .join(', ');
}
