import type { SpecPath } from '../../diagnostics/place.ts';
import { variable, withName, type Scope } from '../../expression/scope.ts';
import type { Binding, StepPlan } from '../../plan/ir/step.ts';
import type { Type } from '../../shape/type.ts';
import { ANY } from '../../expression/types.ts';
import { claimVariable, type StepResult, type WorkflowContext } from './step-context.ts';

/** Binds a step's id to a variable of this type; the same id twice in one scope is reported. */
export function bindStep(id: string, type: Type, at: SpecPath, scope: Scope, context: WorkflowContext): { readonly binding: Binding; readonly scope: Scope; readonly bound: StepResult['bound'] } {
  if (scope.names.has(id)) {
    context.integration.report.add('FR2009', { name: id, first: 'something before it', second: 'this step' }, [...at, 'id']);
  }
  const name = claimVariable(id, context);
  const read = variable(name, type);
  return {
    binding: { name, type, hoisted: false },
    scope: withName(scope, id, { expression: read }),
    bound: read.kind === 'name' ? [{ id, variable: read }] : [],
  };
}

/** What a step that could not be checked leaves: its name, so that not every step after it is wrong, too. */
export function failedStep(id: string | undefined, scope: Scope): StepResult {
  return { steps: [], bound: [], scope: id === undefined || scope.names.has(id) ? scope : withName(scope, id, { expression: variable(id, ANY) }) };
}

/** A step that binds nothing. */
export function plainStep(step: StepPlan, scope: Scope): StepResult {
  return { steps: [step], scope, bound: [] };
}
