import type { FlowCard } from '../ir/flow.ts';

/** The gaps that a card reaches; a gap's own card is called by it. Whether they are filled stands in the table of gaps: the picture is the spec's. */
export function gapLine({ role, gaps }: FlowCard): readonly string[] {
  return role === 'gap' || gaps.length === 0 ? [] : [`${gaps.length === 1 ? 'gap' : 'gaps'}: ${gaps.join(', ')}`];
}
