import type { SpecPath } from '../../diagnostics/place.ts';
import type { Scope } from '../../expression/scope.ts';
import type { StepPlan } from '../../ir/step.ts';
import { leaves } from '../../ir/leaves.ts';
import type { Step } from '../../spec/types.ts';
import { checkForEach } from './check-for-each.ts';
import { checkCallStep } from './check-call-step.ts';
import { checkLogicStep } from './check-binding-steps.ts';
import { checkMapStep } from './check-map-step.ts';
import { checkCheckpointStep, checkGuardStep, checkRespondStep } from './check-plain-steps.ts';
import { checkPruneStep, checkRemoveStep, checkSaveStep } from './check-records.ts';
import { checkReturnStep } from './check-return.ts';
import { checkSetStep } from './check-set.ts';
import { checkStopStep } from './check-stop.ts';
import { checkUpsertStep } from './check-upsert.ts';
import { checkPollStep, checkSleepStep, checkStartStep } from './check-waiting-steps.ts';
import { checkWhenStep } from './check-when.ts';
import type { BoundStep, StepResult, WorkflowContext } from './step-context.ts';

/** Checks steps in order: each sees what the ones before it bind. A step that is wrong is reported and left out. */
export function checkSteps(steps: readonly Step[], at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const plans: StepPlan[] = [];
  const bound: BoundStep[] = [];
  let current = scope;
  for (const [index, step] of steps.entries()) {
    if (leaves(plans)) {
      reportUnreached(step, steps[index - 1], [...at, index], context);
      break;
    }
    const result = checkStep(step, [...at, index], current, context);
    plans.push(...result.steps);
    bound.push(...result.bound);
    current = result.scope;
  }
  return { steps: plans, scope: current, bound };
}

/** The first step behind a return or a stop stands for all that follow it. */
function reportUnreached(
  step: Step,
  before: Step | undefined,
  at: SpecPath,
  { integration: { report } }: WorkflowContext,
): void {
  const end = before !== undefined && 'stop' in before ? 'stop' : 'return';
  const part = Object.keys(step).find((key) => key !== 'id' && key !== 'note') ?? 'step';
  report.add(
    'FR2017',
    { part, owner: `what follows a ${end}`, fix: `move it before the ${end}, or take it out` },
    [...at, part],
    { on: 'key' },
  );
}

function checkStep(step: Step, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  if ('call' in step) return checkCallStep(step, at, scope, context);
  if ('map' in step) return checkMapStep(step, at, scope, context);
  if ('logic' in step) return checkLogicStep(step, at, scope, context);
  if ('guard' in step) return checkGuardStep(step, at, scope, context);
  if ('when' in step) return checkWhenStep(step, at, scope, context);
  if ('forEach' in step) return checkForEach(step, at, scope, context);
  if ('set' in step) return checkSetStep(step, at, scope, context);
  if ('respond' in step) return checkRespondStep(step, at, scope, context);
  if ('sleep' in step) return checkSleepStep(step, at, scope, context);
  if ('poll' in step) return checkPollStep(step, at, scope, context);
  if ('start' in step) return checkStartStep(step, at, scope, context);
  if ('upsert' in step) return checkUpsertStep(step, at, scope, context);
  if ('save' in step) return checkSaveStep(step, at, scope, context);
  if ('remove' in step) return checkRemoveStep(step, at, scope, context);
  if ('prune' in step) return checkPruneStep(step, at, scope, context);
  if ('stop' in step) return checkStopStep(step, at, scope, context);
  if ('return' in step) return checkReturnStep(step, at, scope, context);
  return checkCheckpointStep(step, at, scope, context);
}
