import { inset, PADDING } from '../layout/card-block.ts';
import type { Box } from '../layout/block.ts';
import type { TextBlock, TextLine } from '../layout/text-block.ts';
import { element, textNode, type Svg } from './element.ts';

const LANE = 5;
const POINT = 14;
const STACK = 5;
const STARTS: ReadonlySet<string | undefined> = new Set(['webhook', 'schedule', 'manual']);

/** A box with its text. Frames have none of their own. */
export function drawBox(box: Box): readonly Svg[] {
  const { shape, x, y, width, height, text, card } = box;
  const rect = { x, y, width, height };
  const start = STARTS.has(card?.role);
  switch (shape) {
    case 'frame':
    case 'loopFrame':
      return [element('rect', { class: 'frame', ...rect, rx: 12 })];
    case 'end':
      return [element('circle', { class: 'end', cx: x + width / 2, cy: y + height / 2, r: width / 2 })];
    case 'decision':
      return [element('path', { class: 'decision', d: hexagon(box) }), ...lines(text, x + inset(shape), y, undefined)];
    case 'fail':
      return [
        element('rect', { class: 'fail', ...rect, rx: 8 }),
        group('onfail', lines(text, x + PADDING.x, y, undefined)),
      ];
    case 'pill':
      return [
        element('rect', { class: start ? 'start' : 'pill', ...rect, rx: Math.min(height / 2, 22) }),
        ...(start
          ? [group('onstart', lines(text, x + inset(shape), y, undefined))]
          : lines(text, x + inset(shape), y, undefined)),
      ];
    case 'gap':
      return [
        element('rect', { class: 'gapbox', ...rect, rx: 8 }),
        ...lane(box),
        ...lines(text, x + PADDING.x, y, card?.system),
      ];
    case 'store':
      return [
        // A second sheet below the first: something is put away.
        element('rect', { class: 'store', x: x + 5, y: y + 10, width: width - 10, height: height - 10, rx: 8 }),
        element('rect', { class: 'store', ...rect, height: height - STACK, rx: 8 }),
        ...lines(text, x + PADDING.x, y, undefined),
      ];
    case 'card':
      return [
        element('rect', { class: 'card', ...rect, rx: 8 }),
        ...lane(box),
        ...lines(text, x + PADDING.x, y, card?.system),
      ];
  }
}

function hexagon({ x, y, width, height }: Box): string {
  const middle = y + height / 2;
  return `M${x} ${middle}L${x + POINT} ${y}H${x + width - POINT}L${x + width} ${middle}L${x + width - POINT} ${y + height}H${x + POINT}Z`;
}

/** The mark of a system at the side of its card. */
function lane({ x, y, height, card }: Box): readonly Svg[] {
  if (card?.system === undefined) return [];
  return [
    element('path', {
      class: systemClass(card.system),
      d: `M${x + LANE} ${y}v${height}h2a0 0 0 0 1 0 0h-2q-${LANE} 0-${LANE}-${LANE + 3}v-${height - 2 * (LANE + 3)}q0-${LANE + 3} ${LANE}-${LANE + 3}z`,
    }),
  ];
}

export function systemClass(system: number): string {
  return `system${String(system % 8)}`;
}

function lines(text: TextBlock | undefined, x: number, y: number, system: number | undefined): readonly Svg[] {
  return (text?.lines ?? []).map((line: TextLine) =>
    element('text', { class: classOf(line, system), x, y: y + PADDING.y + line.y }, textNode(line.text)),
  );
}

function classOf({ role }: TextLine, system: number | undefined): string {
  return role === 'label' && system !== undefined ? `label on${systemClass(system)}` : role;
}

function group(name: string, children: readonly Svg[]): Svg {
  return element('g', { class: name }, ...children);
}
