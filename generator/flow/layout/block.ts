import type { FlowCard } from '../../ir/flow.ts';
import type { TextBlock } from './text-block.ts';
import { movedBy, type Point, type Rect } from './geometry.ts';

export type BoxShape = 'pill' | 'card' | 'decision' | 'gap' | 'store' | 'fail' | 'end' | 'frame' | 'loopFrame';

/** Something drawn: a card with its text, or a frame around others. */
export interface Box extends Rect {
  readonly id: string;
  readonly shape: BoxShape;
  readonly text?: TextBlock;
  readonly card?: FlowCard;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** From the border of one box to that of the other; every part is upright or level. */
  readonly points: readonly Point[];
  readonly kind: 'flow' | 'fail' | 'repeat';
}

/** A word beside an edge; x and y are its left end and its base line. */
export interface EdgeLabel extends Point {
  readonly text: string;
}

/** Where a block is left: the way so far, from a box's border. */
export interface Exit {
  readonly from: string;
  readonly points: readonly [Point, ...Point[]];
}

/**
 * A part of the picture around an upright axis at x = 0, beginning at y = 0. It is entered on the axis at its top, and
 * reaches `left` and `right` of the axis. Below an exit there is nothing of the block.
 */
export interface Block {
  readonly entry: string;
  readonly exits: readonly Exit[];
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
  readonly labels: readonly EdgeLabel[];
}

export function movedBlock(block: Block, by: Point): Block {
  return {
    ...block,
    left: block.left - by.x,
    right: block.right + by.x,
    height: block.height + by.y,
    boxes: block.boxes.map((box) => movedBy(box, by)),
    edges: block.edges.map((edge) => ({ ...edge, points: edge.points.map((point) => movedBy(point, by)) })),
    labels: block.labels.map((label) => movedBy(label, by)),
    exits: block.exits.map(({ from, points: [first, ...rest] }) => ({
      from,
      points: [movedBy(first, by), ...rest.map((point) => movedBy(point, by))],
    })),
  };
}

export function endOf({ points }: Exit): Point {
  return points.at(-1) ?? points[0];
}
