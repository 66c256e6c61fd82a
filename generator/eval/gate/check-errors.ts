import type { Baseline } from '../baseline/baseline.ts';
import type { EvalCase, EvalError, EvalErrorKind, EvalRun } from '../results.ts';
import { becauseOf } from './because-of.ts';
import type { Finding, GateRule } from './verdict.ts';

const RULES = {
  spec: 'spec-error',
  configuration: 'configuration-error',
  recording: 'missing-recording',
  'prompt-changed': 'prompt-changed',
  provider: 'provider-error',
  budget: 'budget',
  harness: 'harness-error',
} as const satisfies Readonly<Record<EvalErrorKind, GateRule>>;

const CHANGED =
  '. Its rule, types or examples were changed since it was filled, so that its prompt is another: the committed fill is stale, too';

/** Whether everything could be measured: each error is a finding, and a budget that was exceeded is one, said or not. */
export function checkErrors(run: EvalRun, baseline: Baseline | undefined): readonly Finding[] {
  const texts = new Map(run.expected.map(({ id, text }) => [id, text]));
  const changed = baseline !== undefined && baseline.prompt === run.prompt && baseline.promptHash !== run.promptHash;
  const stale = new Set(run.fills.flatMap(({ gap, state }) => (state === 'stale' ? [gap] : [])));
  const of = ({ kind, message }: EvalError): Told => {
    if (kind === 'prompt-changed' || (kind === 'recording' && changed))
      return {
        rule: 'prompt-changed',
        reason: `${run.prompt} was changed without recording its replies again: ${message}`,
      };
    return { rule: RULES[kind], reason: message };
  };
  return [
    ...run.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, place }): Finding => ({
        rule: 'spec-error',
        reason: `${place === undefined ? '' : `${place.file}:${String(place.line)}: `}${message} (${code})`,
      })),
    ...run.errors.map(of),
    ...run.cases.flatMap((one) => {
      const found = caseErrors(one, texts.get(one.id), of);
      if (!stale.has(one.id)) return found;
      return found.map((each) =>
        each.rule === 'missing-recording' ? { ...each, reason: `${each.reason}${CHANGED}` } : each,
      );
    }),
    ...checkBudget(run),
  ];
}

type Told = Pick<Finding, 'rule' | 'reason'>;

/** One finding of each kind: what is missing once is mostly missing in every repeat. */
function caseErrors(
  { id, repeats }: EvalCase,
  criterion: string | undefined,
  of: (error: EvalError) => Told,
): readonly Finding[] {
  const told = repeats.flatMap((one) => (one.error === undefined ? [] : [{ ...of(one.error), one }]));
  return [...Map.groupBy(told, ({ rule }) => rule)].flatMap(([rule, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const because = becauseOf(members.map(({ one }) => one));
    const more = members.length === 1 ? '' : `; in ${String(members.length)} of ${String(repeats.length)} repeats`;
    return [
      {
        rule,
        case: id,
        ...(criterion !== undefined && { criterion }),
        ...(because.length > 0 && { because }),
        reason: `${repeats.length === 1 ? '' : `repeat ${String(first.one.repeat + 1)}: `}${first.reason}${more}`,
      },
    ];
  });
}

function checkBudget({ budget, cases, errors, mode }: EvalRun): readonly Finding[] {
  if (budget === undefined || errors.some(({ kind }) => kind === 'budget')) return [];
  const repeats = cases.flatMap((one) => one.repeats);
  const spent = repeats.reduce((sum, { cost = 0 }) => sum + cost, 0);
  if (!(spent <= budget))
    return [{ rule: 'budget', reason: `the replies cost $${spent.toFixed(2)}; the budget is $${budget.toFixed(2)}` }];
  // A recording was paid for already; what is asked live and has no known price cannot be held against a budget.
  if (mode !== 'replay' && repeats.some(({ cost }) => cost === undefined))
    return [{ rule: 'budget', reason: 'there is a budget, but the price of some replies is not known' }];
  return [];
}
