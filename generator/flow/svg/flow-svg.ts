import type { Flow, FlowStep } from '../../ir/flow.ts';
import { describeFlow } from '../describe-flow.ts';
import { movedBlock } from '../layout/block.ts';
import { layoutFlow } from '../layout/layout-flow.ts';
import { MARGIN, svgDocument } from './document.ts';
import { drawBox } from './draw-box.ts';
import { drawEdge } from './draw-edge.ts';
import { element, textNode } from './element.ts';
import { legend } from './legend.ts';

/** A workflow as a self-contained SVG file. The same flow gives the same bytes. */
export function flowSvg(flow: Flow): string {
  const block = layoutFlow(flow);
  const width = block.left + block.right;
  const key = legend(flow.systems, flow.steps.some(hasGap), Math.max(width, 400));
  const page = {
    heading: flow.title,
    below: flow.integration,
    description: describeFlow(flow),
    width,
    height: block.height + key.height,
  };
  return svgDocument(page, (top, canvas) => {
    const space = canvas - 2 * MARGIN - width;
    const { boxes, edges, labels } = movedBlock(block, { x: MARGIN + space / 2 + block.left, y: top + key.height });
    const frames = boxes.filter(({ shape }) => shape === 'frame' || shape === 'loopFrame');
    return [
      ...key.draw(MARGIN, top),
      ...frames.flatMap(drawBox),
      ...edges.flatMap(drawEdge),
      ...boxes.filter((box) => !frames.includes(box)).flatMap(drawBox),
      ...labels.map(({ text, x, y }) => element('text', { class: 'answer', x, y }, textNode(text))),
    ];
  });
}

function hasGap(step: FlowStep): boolean {
  if (step.card.gaps.length > 0) return true;
  if (step.kind === 'branch') return [...step.yes, ...step.no].some(hasGap);
  if (step.kind === 'loop') return step.steps.some(hasGap);
  return step.kind === 'group' && (step.result.gaps.length > 0 || step.steps.some(hasGap));
}
