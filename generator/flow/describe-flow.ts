import type { Flow, FlowCard, FlowStep } from '../ir/flow.ts';
import { gapLine } from './gap-line.ts';

/** A workflow in words, for those who do not see the picture. */
export function describeFlow({ start, steps, systems }: Flow): string {
  const sentence = (card: FlowCard): string => {
    const system = card.system === undefined ? undefined : systems[card.system];
    const parts = [
      `${card.label} ${card.title}`,
      ...(system === undefined ? [] : [system]),
      ...card.lines.map(({ text }) => text),
      ...gapLine(card),
    ];
    return parts.join(', ');
  };
  const describe = (all: readonly FlowStep[], prefix: string): readonly string[] =>
    all.flatMap((step, index) => {
      const number = `${prefix}${String(index + 1)}`;
      const own = `${number}. ${sentence(step.card)}`;
      switch (step.kind) {
        case 'card':
          return [`${own}.`];
        case 'guard':
          return [`${own}, else fails with ${step.code}.`];
        case 'branch':
          return [`${own}.`, ...describe(step.yes, `${number}.yes.`), ...describe(step.no, `${number}.no.`)];
        case 'loop':
          return [`${own}.`, ...describe(step.steps, `${number}.`)];
        case 'group':
          return [`${own}.`, ...describe(step.steps, `${number}.`), `${number}.= ${sentence(step.result)}.`];
      }
    });
  return [`${sentence(start)}.`, ...describe(steps, '')].join(' ');
}
