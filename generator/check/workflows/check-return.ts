import type { SpecPath } from '../../diagnostics/place.ts';
import type { Scope } from '../../expression/scope.ts';
import type { ReturnStep, Step } from '../../spec/types.ts';
import { checkData } from '../values/check-data.ts';
import { failedStep, plainStep } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { journalName, type StepResult, type WorkflowContext } from './step-context.ts';

/** Ends the run with a value, which has to be what the trigger says that a caller gets. */
export function checkReturnStep(step: ReturnStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { integration, output } = context;
  const value = checkData(step.return, output, [...at, 'return'], { scope, integration, target: 'the output' });
  if (value === undefined) return failedStep(step.id, scope);
  const name = journalName(step.id ?? 'return', context);
  return plainStep({ kind: 'return', name, place: integration.report.place(at), value, ...note(step) }, scope);
}

/** A caller who is promised an output gets one, whichever way the run takes. */
export function checkReturns(steps: readonly Step[], at: SpecPath, context: WorkflowContext): void {
  const { report } = context.integration;
  concurrentReturns(steps, [...at, 'steps'], false, (path) =>
    report.add(
      'FR2017',
      {
        part: 'return',
        owner: 'a loop with concurrency, or what cleans up after a failure,',
        fix: 'return after it; a loop can also do without the concurrency',
      },
      path,
      { on: 'key' },
    ),
  );
  if (context.output === undefined || alwaysReturns(steps)) return;
  report.add(
    'FR2015',
    { what: "an 'output'", needs: 'a return step at the end of every way through the steps' },
    [...at, 'trigger', 'manual', 'output'],
    { on: 'key' },
  );
}

/** As the spec has it, so that a return that is wrong is not missed as well. */
function alwaysReturns(steps: readonly Step[]): boolean {
  return steps.some((step) => {
    if ('return' in step) return true;
    return 'then' in step && alwaysReturns(step.then) && alwaysReturns(step.else ?? []);
  });
}

/** Of several items that are worked on at once, none can end the run for the others. */
function concurrentReturns(
  steps: readonly Step[],
  at: SpecPath,
  concurrent: boolean,
  tell: (path: SpecPath) => void,
): void {
  for (const [index, step] of steps.entries()) {
    const here: SpecPath = [...at, index];
    if ('return' in step && concurrent) tell([...here, 'return']);
    if ('then' in step) {
      concurrentReturns(step.then, [...here, 'then'], concurrent, tell);
      concurrentReturns(step.else ?? [], [...here, 'else'], concurrent, tell);
    }
    if ('forEach' in step) concurrentReturns(step.do, [...here, 'do'], concurrent || (step.concurrency ?? 1) > 1, tell);
    if ('call' in step && typeof step.onError === 'object') {
      for (const [rule, { do: inner = [] }] of step.onError.entries())
        concurrentReturns(inner, [...here, 'onError', rule, 'do'], true, tell);
    }
    if ('set' in step) concurrentReturns(step.steps ?? [], [...here, 'steps'], concurrent, tell);
  }
}
