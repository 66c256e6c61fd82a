import { endOf, movedBlock, type Block, type Edge, type Exit } from './block.ts';
import type { Point } from './geometry.ts';

const GAP = 26;
/** Room for ways that come together. */
const MERGE_GAP = 40;
const BEND = 18;

/** Blocks below one another on one axis, each exit led to the next entry. At least one block. */
export function sequence(first: Block, ...rest: readonly Block[]): Block {
  return rest.reduce(below, first);
}

function below(upper: Block, next: Block): Block {
  const y = upper.height + gapBelow(upper);
  const lower = movedBlock(next, { x: 0, y });
  return {
    entry: upper.entry,
    exits: lower.exits,
    left: Math.max(upper.left, lower.left),
    right: Math.max(upper.right, lower.right),
    height: lower.height,
    boxes: [...upper.boxes, ...lower.boxes],
    edges: [...upper.edges, ...upper.exits.map((exit) => edgeTo(exit, lower.entry, { x: 0, y })), ...lower.edges],
    labels: [...upper.labels, ...lower.labels],
  };
}

function gapBelow({ exits }: Block): number {
  return exits.some((exit) => endOf(exit).x !== 0) ? MERGE_GAP : GAP;
}

/** The way from an exit down to a point, by a level part just above it where the exit is aside. */
export function edgeTo(exit: Exit, to: string, target: Point): Edge {
  const { x } = endOf(exit);
  const bend =
    x === target.x
      ? []
      : [
          { x, y: target.y - BEND },
          { x: target.x, y: target.y - BEND },
        ];
  return { from: exit.from, to, points: [...exit.points, ...bend, target], kind: 'flow' };
}
