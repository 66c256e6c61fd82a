import type { Flow, FlowCard, FlowRole, FlowStep } from '../../ir/flow.ts';
import { COLOURS, GAP_COLOUR } from '../colours.ts';
import { cardLabel, failLabel, frameLabel, frameTitle } from './card-label.ts';
import { Chart, type NodeShape, type Open } from './chart.ts';

/** A workflow as a Mermaid flowchart, ending in a line break. The same flow gives the same text. */
export function mermaid(flow: Flow): string {
  const chart = new Chart();
  const label = (card: FlowCard): readonly string[] => cardLabel(card, flow.systems);
  const place = (card: FlowCard): string => chart.node(shapeOf(card), label(card), classOf(card));

  const draw = (steps: readonly FlowStep[], open: readonly Open[]): readonly Open[] =>
    steps.reduce((ends, step) => drawStep(step, ends), open);

  const drawStep = (step: FlowStep, open: readonly Open[]): readonly Open[] => {
    switch (step.kind) {
      case 'card':
        return chart.join(open, place(step.card));
      case 'guard': {
        const ends = chart.join(open, place(step.card));
        const fail = chart.node('stadium', failLabel(step), 'fails');
        chart.join(labelled(ends, step.failsIf), fail);
        return labelled(ends, step.failsIf === 'yes' ? 'no' : 'yes');
      }
      case 'branch': {
        const ends = chart.join(open, place(step.card));
        if (step.yes.length + step.no.length === 0) return ends;
        return [...draw(step.yes, labelled(ends, 'yes')), ...draw(step.no, labelled(ends, 'no'))];
      }
      case 'loop':
      case 'group': {
        const frame = chart.open(frameTitle(step.card));
        const head = frameLabel(step.card, flow.systems);
        const before = head.length === 0 ? [] : chart.join([], chart.node('box', head, classOf(step.card)));
        const ends = draw(step.steps, before);
        if (step.kind === 'group') chart.join(ends, place(step.result));
        // Ways that come together at the end of a turn meet in a node of their own.
        else if (ends.length > 1) chart.join(ends, chart.node('circle', 'next', undefined));
        chart.close();
        return chart.join(open, frame);
      }
    }
  };

  const ends = draw(flow.steps, chart.join([], place(flow.start)));
  chart.join(ends, chart.node('circle', 'done', undefined));
  return chart.text(styles(flow));
}

function labelled(open: readonly Open[], label: 'yes' | 'no'): readonly Open[] {
  return open.map((end) => ({ ...end, label }));
}

const SHAPES: Readonly<Partial<Record<FlowRole, NodeShape>>> = {
  webhook: 'stadium',
  schedule: 'stadium',
  manual: 'stadium',
  guard: 'hexagon',
  branch: 'hexagon',
  respond: 'stadium',
  return: 'stadium',
  start: 'stadium',
  checkpoint: 'store',
  records: 'store',
};

function shapeOf({ role }: FlowCard): NodeShape {
  return SHAPES[role] ?? 'box';
}

/** The class that a card is drawn in: a gap before its system. */
function classOf({ gaps, system }: FlowCard): string | undefined {
  if (gaps.length > 0) return 'gap';
  return system === undefined ? undefined : `system${String(system % COLOURS.length)}`;
}

/** Borders only, so that the label keeps the colour that the reader's theme gives it. */
function styles({ systems }: Flow): ReadonlyMap<string, string> {
  const colours = COLOURS.slice(0, systems.length).map(
    ({ light }, index) => [`system${String(index)}`, `stroke:${light},stroke-width:3px`] as const,
  );
  return new Map([
    ...colours,
    ['gap', `stroke:${GAP_COLOUR.light},stroke-width:3px,stroke-dasharray:6 4`],
    ['fails', 'stroke:#d1242f,stroke-width:2px'],
  ]);
}
