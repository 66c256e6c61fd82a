import type { Flow, FlowCard, FlowStep } from '../../ir/flow.ts';
import type { Block } from './block.ts';
import { branch } from './branch.ts';
import { cardBlock } from './card-block.ts';
import { frame } from './frame.ts';
import { guard } from './guard.ts';
import { sequence } from './sequence.ts';

/** Places every box of a workflow: from top to bottom, sides of a branch beside one another. */
export function layoutFlow({ start, steps, systems }: Flow): Block {
  let count = 0;
  const id = (): string => `b${String((count += 1))}`;
  const place = (card: FlowCard): Block => cardBlock(id(), card, systems);

  const placeAll = (all: readonly FlowStep[]): Block | undefined => {
    const [first, ...rest] = all.map(placeStep);
    return first && sequence(first, ...rest);
  };

  const placeStep = (step: FlowStep): Block => {
    const block = place(step.card);
    switch (step.kind) {
      case 'card':
        return block;
      case 'guard':
        return guard(block, id(), step);
      case 'branch':
        return branch(block, placeAll(step.yes), placeAll(step.no));
      case 'loop':
        return frame(id(), block, placeAll(step.steps), true);
      case 'group': {
        const inner = placeAll(step.steps);
        const result = place(step.result);
        return frame(id(), block, inner === undefined ? result : sequence(inner, result), false);
      }
    }
  };

  return sequence(place(start), ...steps.map(placeStep), endBlock(id()));
}

const END = 18;

function endBlock(id: string): Block {
  return {
    entry: id,
    exits: [],
    left: END / 2,
    right: END / 2,
    height: END,
    boxes: [{ id, shape: 'end', x: -END / 2, y: 0, width: END, height: END }],
    edges: [],
    labels: [],
  };
}
