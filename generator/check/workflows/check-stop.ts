import { nearest } from '../../diagnostics/nearest.ts';
import type { SpecPath } from '../../diagnostics/place.ts';
import type { Scope } from '../../expression/scope.ts';
import type { StopStep } from '../../spec/types.ts';
import { failedStep, plainStep } from './bind.ts';
import { note } from './check-binding-steps.ts';
import { journalName, type StepResult, type WorkflowContext } from './step-context.ts';

/** Leaves a loop around the step: one whose items come one after the other. */
export function checkStopStep(step: StopStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { report } = context.integration;
  const where: SpecPath = [...at, 'stop'];
  const { loops } = context;
  const found = step.stop === true ? loops.length - 1 : loops.findLastIndex(({ id }) => id === step.stop);
  if (found === -1 && step.stop !== true) {
    const ids = loops.map(({ id }) => id);
    report.add(
      'FR2001',
      { what: 'loop around this step over', name: step.stop, suggestion: nearest(step.stop, ids) },
      where,
    );
    return failedStep(step.id, scope);
  }
  const left = loops.slice(found);
  if (found === -1 || left.some(({ concurrent }) => concurrent)) {
    const owner = found === -1 ? 'a step outside a loop' : 'a loop with concurrency';
    const fix = found === -1 ? 'end the run with return or a guard' : 'take out the concurrency';
    report.add('FR2017', { part: 'stop', owner, fix }, where, { on: 'key' });
    return failedStep(step.id, scope);
  }
  const [loop] = left;
  const name = journalName(step.id ?? 'stop', context);
  const outer = left.length === 1 || loop === undefined ? {} : { loop: loop.variable };
  return plainStep({ kind: 'stop', name, place: report.place(at), ...outer, ...note(step) }, scope);
}
