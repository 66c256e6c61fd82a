import type { FlowCard, FlowStep } from '../../ir/flow.ts';
import { gapLine } from '../gap-line.ts';

/** The lines of a card's label; the author's note is left to the text around the chart. */
export function cardLabel(card: FlowCard, systems: readonly string[]): readonly string[] {
  const system = card.system === undefined ? undefined : systems[card.system];
  const head = [card.label, ...(system === undefined ? [] : [system])].join(', ');
  const binds = card.binds === undefined ? '' : ` → ${card.binds}`;
  return [head, `${card.title}${binds}`, ...card.lines.map((line) => line.text), ...gapLine(card)];
}

export function failLabel({ code, message }: Extract<FlowStep, { kind: 'guard' }>): readonly string[] {
  return [`fails: ${code}`, ...(message === undefined ? [] : [message])];
}

/** A frame has room for one line. */
export function frameTitle({ label, title }: FlowCard): string {
  return `${label}: ${title}`;
}

/** What else is known of a frame, for a node of its own at its beginning; nothing, and there is none. */
export function frameLabel(card: FlowCard, systems: readonly string[]): readonly string[] {
  const system = card.system === undefined ? undefined : systems[card.system];
  return [...(system === undefined ? [] : [system]), ...card.lines.map((line) => line.text)];
}
