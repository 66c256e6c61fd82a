import { movedBlock, type Block, type Edge, type EdgeLabel } from './block.ts';
import type { Point } from './geometry.ts';

const STEM = 16;
const DROP = 30;
const BETWEEN = 40;
/** From the side of the condition to the way around. */
const AROUND = 44;

interface Side {
  readonly name: 'yes' | 'no';
  /** Undefined where there are no steps. */
  readonly block: Block | undefined;
}

/** A condition with what follows on either side: beside one another, or below with a way around where one side is empty. */
export function branch(condition: Block, yes: Block | undefined, no: Block | undefined): Block {
  if (yes !== undefined && no !== undefined) return twoSides(condition, yes, no);
  if (yes !== undefined) return oneSide(condition, { name: 'yes', block: yes }, 'no');
  return no === undefined ? condition : oneSide(condition, { name: 'no', block: no }, 'yes');
}

function twoSides(condition: Block, yes: Block, no: Block): Block {
  // The axes of the two sides are as far to the left as to the right.
  const half = Math.max((yes.right + BETWEEN + no.left) / 2, condition.right - 40);
  const y = condition.height + STEM + DROP;
  const sides = [
    { name: 'yes', x: -half, block: movedBlock(yes, { x: -half, y }) },
    { name: 'no', x: half, block: movedBlock(no, { x: half, y }) },
  ] as const;
  const [left, right] = sides;
  const bus = condition.height + STEM;
  const edges = sides.map(({ x, block }): Edge => ({
    from: condition.entry,
    to: block.entry,
    points: [
      { x: 0, y: condition.height },
      { x: 0, y: bus },
      { x, y: bus },
      { x, y },
    ],
    kind: 'flow',
  }));
  return {
    entry: condition.entry,
    exits: [...left.block.exits, ...right.block.exits],
    left: Math.max(condition.left, left.block.left),
    right: Math.max(condition.right, right.block.right),
    height: Math.max(left.block.height, right.block.height),
    boxes: [...condition.boxes, ...left.block.boxes, ...right.block.boxes],
    edges: [...condition.edges, ...edges, ...left.block.edges, ...right.block.edges],
    labels: [
      ...condition.labels,
      ...sides.map(({ name, x }) => besides(name, { x, y: bus + 18 })),
      ...left.block.labels,
      ...right.block.labels,
    ],
  };
}

function oneSide(condition: Block, side: Side & { readonly block: Block }, other: 'yes' | 'no'): Block {
  const y = condition.height + STEM + DROP - 12;
  const block = movedBlock(side.block, { x: 0, y });
  const middle = condition.height / 2;
  const around = Math.max(condition.right + AROUND, block.right + 24);
  const down: Edge = {
    from: condition.entry,
    to: block.entry,
    points: [
      { x: 0, y: condition.height },
      { x: 0, y },
    ],
    kind: 'flow',
  };
  return {
    entry: condition.entry,
    exits: [
      ...block.exits,
      {
        from: condition.entry,
        points: [
          { x: condition.right, y: middle },
          { x: around, y: middle },
          { x: around, y: block.height },
        ],
      },
    ],
    left: Math.max(condition.left, block.left),
    right: around + 8,
    height: block.height,
    boxes: [...condition.boxes, ...block.boxes],
    edges: [...condition.edges, down, ...block.edges],
    labels: [
      ...condition.labels,
      besides(side.name, { x: 0, y: condition.height + 20 }),
      { text: other, x: condition.right + 8, y: middle - 6 },
      ...block.labels,
    ],
  };
}

function besides(text: string, { x, y }: Point): EdgeLabel {
  return { text, x: x + 7, y };
}
