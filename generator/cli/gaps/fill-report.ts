import type { Paint } from '../../diagnostics/render/colour.ts';
import { printable } from '../../diagnostics/render/printable.ts';
import type { FillEnd, FillOutcome } from '../../gap/fill/fill-outcome.ts';
import { addSpending, NOTHING, type Spending } from '../../gap/fill/spending.ts';
import { columns } from '../render/columns.ts';
import { count } from '../../diagnostics/render/count.ts';
import { ENDED } from './fill-progress.ts';
import { dollars, tokens, tokensInWords } from './money.ts';

/** What a filling came to: a line for each gap below its integration, and what it took. */
export function renderFill(outcomes: readonly FillOutcome[], already: number, paint: Paint): string {
  const integrations = [...new Set(outcomes.map(({ target }) => target.contract.integration))];
  const blocks = integrations.map((name) => {
    const lines = outcomes
      .filter(({ target }) => target.contract.integration === name)
      .map((outcome) => rowOf(outcome, paint));
    return [paint('bold', printable(name)), ...columns(lines)].map((line) => `${line.trimEnd()}\n`).join('');
  });
  return [...blocks, `${closing(outcomes, already, paint)}\n`].join('\n');
}

function rowOf({ target, end, tries, paid, resumed }: FillOutcome, paint: Paint): readonly string[] {
  const all = addSpending(paid, resumed);
  return [
    `  ${printable(target.contract.gap)}`,
    paint(end.kind === 'filled' ? 'green' : 'red', stateOf(end)),
    ...(tries === 0 && all.input === 0
      ? []
      : [count(tries, 'reply', 'replies'), tokens(all.input, all.output), all.cost === 0 ? '' : dollars(all.cost)]),
  ];
}

function stateOf(end: FillEnd): string {
  return end.kind === 'left' ? `left: ${LEFT[end.why]}` : ENDED[end.kind];
}

const LEFT = { budget: 'the budget', provider: 'no answers', interrupted: 'interrupted' } as const;

function closing(outcomes: readonly FillOutcome[], already: number, paint: Paint): string {
  if (outcomes.length === 0) return already === 0 ? 'nothing to fill' : `nothing to fill: ${already} filled already`;
  const filled = outcomes.filter(({ end }) => end.kind === 'filled').length;
  const [paid, resumed] = [sum(outcomes, 'paid'), sum(outcomes, 'resumed')];
  const told = `${String(filled)} of ${count(outcomes.length, 'gap')} filled`;
  return [
    paint(filled === outcomes.length ? 'green' : 'red', told),
    ...(already > 0 ? [`${String(already)} filled already`] : []),
    ...(paid.input + paid.output > 0 ? [`${tokensInWords(paid.input, paid.output)}: ${dollars(paid.cost)}`] : []),
    ...(resumed.input + resumed.output > 0
      ? [`paid by an earlier run: ${tokensInWords(resumed.input, resumed.output)}: ${dollars(resumed.cost)}`]
      : []),
  ].join(', ');
}

function sum(outcomes: readonly FillOutcome[], of: 'paid' | 'resumed'): Spending {
  return outcomes.map((outcome) => outcome[of]).reduce(addSpending, NOTHING);
}

/** The same for other programs; costs in US dollars, null where they are not known. */
export function fillJson(outcomes: readonly FillOutcome[], already: number): Readonly<Record<string, unknown>> {
  const spending = ({ asks, input, output, cost }: Spending): object => ({ asks, input, output, cost: cost ?? null });
  return {
    version: 1,
    already,
    gaps: outcomes.map(({ target, end, tries, paid, resumed }) => ({
      integration: target.contract.integration,
      gap: target.contract.gap,
      before: target.state,
      end: end.kind,
      ...(end.kind === 'left' && { why: end.why }),
      ...(end.kind === 'gaveUp' && { problems: end.problems }),
      tries,
      paid: spending(paid),
      resumed: spending(resumed),
    })),
    paid: spending(sum(outcomes, 'paid')),
    resumed: spending(sum(outcomes, 'resumed')),
  };
}
