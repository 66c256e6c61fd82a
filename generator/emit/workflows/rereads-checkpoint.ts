import type { StepPlan } from '../../ir/step.ts';
import { namesIn } from '../expressions/index.ts';
import { innerSteps, namesRead, ownExpressions } from './step-parts.ts';

const MOVES: ReadonlySet<StepPlan['kind']> = new Set(['checkpoint', 'clear']);

/** Whether some step may read the checkpoint after a step of the same run has moved it. */
export function rereadsCheckpoint(steps: readonly StepPlan[]): boolean {
  let moved = false;
  const visit = (some: readonly StepPlan[]): boolean =>
    some.some((step) => {
      const inner = innerSteps(step);
      if (moved && ownExpressions(step).some((one) => namesIn(one).has('checkpoint'))) return true;
      if (MOVES.has(step.kind)) moved = true;
      // The next round reads what this one has moved.
      const isLoop = step.kind === 'forEach' || step.kind === 'forEachPage';
      if (isLoop && moves(inner) && namesRead(inner).has('checkpoint')) return true;
      return visit(inner);
    });
  return visit(steps);
}

function moves(steps: readonly StepPlan[]): boolean {
  return steps.some((step) => MOVES.has(step.kind) || moves(innerSteps(step)));
}
