import type { SpecPath } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import type { Scope } from '../../expression/scope.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { LogicStep } from '../../spec/types.ts';
import { checkData } from '../values/check-data.ts';
import { bindStep, failedStep } from './bind.ts';
import { journalName, type StepResult, type WorkflowContext } from './step-context.ts';

export function checkLogicStep(step: LogicStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const { integration } = context;
  integration.used.add(`logic ${step.logic}`);
  const logic = integration.logic.get(step.logic);
  if (logic === undefined) {
    integration.report.add(
      'FR2001',
      { what: 'logic', name: step.logic, suggestion: nearest(step.logic, integration.logic.keys()) },
      [...at, 'logic'],
    );
    return failedStep(step.id, scope);
  }
  const input = checkData(step.with ?? {}, logic.input, [...at, 'with'], {
    scope,
    integration,
    target: 'input',
    of: step.logic,
  });
  if (input === undefined) return failedStep(step.id, scope, logic.output);
  return boundValue(step.id, { kind: 'gap', gap: step.logic, input, type: logic.output }, step, at, scope, context);
}

/** A pure step: a variable that holds a value. */
export function boundValue(
  id: string,
  value: Expression,
  step: { readonly note?: string },
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): StepResult {
  const { binding, ...after } = bindStep(id, value.type, at, scope, context);
  return {
    steps: [
      {
        kind: 'bind',
        name: journalName(id, context),
        place: context.integration.report.place(at),
        bind: binding,
        value,
        ...note(step),
      },
    ],
    ...after,
  };
}

export function note(step: { readonly note?: string }): { readonly note?: string } {
  return step.note === undefined ? {} : { note: step.note };
}
