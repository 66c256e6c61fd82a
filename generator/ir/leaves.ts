import type { StepPlan } from './step.ts';

/** Whether nothing behind these steps is ever reached, since they end the run or leave the loop around them. */
export function leaves(steps: readonly StepPlan[]): boolean {
  return steps.some((step) => {
    if (step.kind === 'return' || step.kind === 'stop') return true;
    return step.kind === 'when' && leaves(step.then) && leaves(step.else);
  });
}
