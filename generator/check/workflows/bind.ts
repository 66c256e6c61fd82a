import type { SpecPath } from '../../diagnostics/place.ts';
import { variable, withName, type Bound, type Scope } from '../../expression/scope.ts';
import type { Binding, StepPlan } from '../../ir/step.ts';
import type { Type } from '../../shape/type.ts';
import { ANY } from '../../expression/types.ts';
import { isReadable } from '../names.ts';
import type { Report } from '../report.ts';
import { claimVariable, type StepResult, type WorkflowContext } from './step-context.ts';

/** A name that is new in its scope, and that expressions can read. */
export function checkName(name: string, what: string, at: SpecPath, scope: Scope, report: Report): void {
  if (!isReadable(name)) report.add('FR2019', { name }, at);
  else if (scope.names.has(name))
    report.add('FR2009', { name, first: scope.names.get(name)?.what ?? 'an earlier step', second: what }, at);
}

/** Binds a step's id to a variable of this type; the same id twice in one scope is reported. */
export function bindStep(
  id: string,
  type: Type,
  at: SpecPath,
  scope: Scope,
  context: WorkflowContext,
): { readonly binding: Binding; readonly scope: Scope; readonly bound: StepResult['bound'] } {
  checkName(id, 'this step', [...at, 'id'], scope, context.integration.report);
  const name = claimVariable(id, context);
  context.ids.set(name, { id, place: context.integration.report.place([...at, 'id']) });
  const read = variable(name, type);
  return {
    binding: { name, type, hoisted: false },
    scope: withName(scope, id, { expression: read }),
    bound: read.kind === 'name' ? [{ id, variable: read }] : [],
  };
}

/** Stands for what could not be checked. */
export const FAILED: Bound = { expression: variable('failed', ANY), failed: true };

/** What a step that could not be checked leaves: its name, so that not every step after it is wrong, too; `type` where it is known all the same. */
export function failedStep(id: string | undefined, scope: Scope, type?: Type): StepResult {
  return {
    steps: [],
    bound: [],
    scope:
      id === undefined || scope.names.has(id)
        ? scope
        : withName(scope, id, type === undefined ? FAILED : { expression: variable(id, type) }),
  };
}

/** A step that binds nothing. */
export function plainStep(step: StepPlan, scope: Scope): StepResult {
  return { steps: [step], scope, bound: [] };
}
