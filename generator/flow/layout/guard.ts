import type { FlowStep } from '../../ir/flow.ts';
import type { Block, Box, EdgeLabel } from './block.ts';
import { PADDING } from './card-block.ts';
import { textBlock } from './text-block.ts';

type Guard = Extract<FlowStep, { kind: 'guard' }>;

const ASIDE = 48;
const WIDTH = 208;

/** A condition, and beside it the failure that ends the run. */
export function guard(condition: Block, id: string, { code, message, failsIf }: Guard): Block {
  const middle = condition.height / 2;
  const fail = failBox(id, code, message);
  const x = condition.right + ASIDE;
  // A failure that is taller than its condition grows down, so that nothing stands above the condition.
  const y = Math.max(middle - fail.height / 2, 0);
  const label: EdgeLabel = { text: failsIf, x: condition.right + 8, y: middle - 6 };
  return {
    ...condition,
    right: x + fail.width,
    height: Math.max(condition.height, y + fail.height),
    boxes: [...condition.boxes, { ...fail, x, y }],
    edges: [
      ...condition.edges,
      {
        from: condition.entry,
        to: id,
        points: [
          { x: condition.right, y: middle },
          { x, y: middle },
        ],
        kind: 'fail',
      },
    ],
    labels: [...condition.labels, label],
  };
}

function failBox(id: string, code: string, message: string | undefined): Box {
  const words = message === undefined ? [] : [{ role: 'words', text: message } as const];
  const text = textBlock(
    [{ role: 'label', text: 'Fails with' }, { role: 'title', text: code }, ...words],
    WIDTH - 2 * PADDING.x,
  );
  const width = Math.ceil(Math.min(text.width, WIDTH) + 2 * PADDING.x);
  return { id, shape: 'fail', text, x: 0, y: 0, width, height: Math.ceil(text.height + 2 * PADDING.y) };
}
