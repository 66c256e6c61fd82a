import type { StepPlan } from './step.ts';

/** Whether nothing behind these steps is ever reached. */
export function endsRun(steps: readonly StepPlan[]): boolean {
  return steps.some((step) => {
    if (step.kind === 'return') return true;
    return step.kind === 'when' && endsRun(step.then) && endsRun(step.else);
  });
}
