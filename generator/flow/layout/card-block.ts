import type { FlowCard } from '../../ir/flow.ts';
import type { Block, Box, BoxShape } from './block.ts';
import { cardParts, textBlock } from './text-block.ts';

/** Cards have one width, so that columns are even. */
export const CARD_WIDTH = 284;
export const PADDING = { x: 16, y: 10 } as const;

/** How far text keeps from the sides: shapes with pointed or round sides need more. */
const INSET: Readonly<Partial<Record<BoxShape, number>>> = { decision: 24, pill: 24 };

/** A card on its own. */
export function cardBlock(id: string, card: FlowCard, systems: readonly string[]): Block {
  const box = cardBox(id, card, systems);
  return {
    entry: id,
    exits: [{ from: id, points: [{ x: 0, y: box.height }] }],
    left: CARD_WIDTH / 2,
    right: CARD_WIDTH / 2,
    height: box.height,
    boxes: [box],
    edges: [],
    labels: [],
  };
}

export function cardBox(id: string, card: FlowCard, systems: readonly string[]): Box {
  const shape = shapeOf(card);
  const text = textBlock(cardParts(card, systems), CARD_WIDTH - 2 * inset(shape));
  return {
    id,
    shape,
    card,
    text,
    x: -CARD_WIDTH / 2,
    y: 0,
    width: CARD_WIDTH,
    height: Math.ceil(text.height + 2 * PADDING.y) + (shape === 'store' ? 4 : 0),
  };
}

export function inset(shape: BoxShape): number {
  return INSET[shape] ?? PADDING.x;
}

/** Where a run begins or ends, or a loop does. */
const PILLS: ReadonlySet<FlowCard['role']> = new Set(['webhook', 'schedule', 'manual', 'respond', 'return', 'stop']);

function shapeOf({ role, gaps }: FlowCard): BoxShape {
  if (role === 'guard' || role === 'branch') return 'decision';
  if (gaps.length > 0) return 'gap';
  if (role === 'checkpoint' || role === 'records') return 'store';
  return PILLS.has(role) ? 'pill' : 'card';
}
