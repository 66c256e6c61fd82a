import type { SpecPath } from '../../diagnostics/place.ts';
import type { Expression } from '../../expression/expression.ts';
import type { Scope } from '../../expression/scope.ts';
import { unionTypes } from '../../expression/union-types.ts';
import type { SetStep } from '../../spec/types.ts';
import { pascalCase } from '../names.ts';
import { milliseconds } from '../duration.ts';
import { checkValue, checkWhen, type ValueContext } from '../values/check-value.ts';
import { bindStep, failedStep } from './bind.ts';
import { boundValue, note } from './check-binding-steps.ts';
import { checkSteps } from './check-steps.ts';
import { journalName, type StepResult, type WorkflowContext } from './step-context.ts';

/** A value by name: plain, or worked out by steps of its own and kept between runs. */
export function checkSetStep(step: SetStep, at: SpecPath, scope: Scope, context: WorkflowContext): StepResult {
  const inner = checkSteps(step.steps ?? [], [...at, 'steps'], scope, context);
  const valueContext: ValueContext = {
    scope: inner.scope,
    prefixes: [],
    integration: context.integration,
    wanted: undefined,
    gapName: `${context.id}${pascalCase(step.id)}`,
  };
  const value = conditional(step, at, valueContext);
  if (value === undefined) return failedStep(step.id, scope);
  const keep = step.keep ?? 'run';
  if (keep === 'run' && inner.steps.length === 0) return boundValue(step.id, value, step, at, scope, context);
  const { binding, ...after } = bindStep(step.id, value.type, at, scope, context);
  if (keep === 'run') {
    const plan = {
      kind: 'bind',
      name: journalName(step.id, context),
      place: context.integration.report.place(at),
      bind: binding,
      value,
      ...note(step),
    } as const;
    return { steps: [...inner.steps, plan], ...after };
  }
  if (value.type.optional) {
    context.integration.report.add(
      'FR2011',
      { value: 'the value that is kept', fix: 'give a default, or guard it in steps' },
      [...at, 'set'],
      { on: 'key' },
    );
    return failedStep(step.id, scope);
  }
  const kept = keep === 'forever' ? ({ for: 'ever' } as const) : ({ for: 'time', ms: milliseconds(keep) } as const);
  return {
    steps: [
      {
        kind: 'set',
        name: journalName(step.id, context),
        place: context.integration.report.place(at),
        bind: binding,
        keep: kept,
        steps: inner.steps,
        value,
        ...note(step),
      },
    ],
    ...after,
  };
}

function conditional(step: SetStep, at: SpecPath, context: ValueContext): Expression | undefined {
  const where: SpecPath = [...at, 'set'];
  const value = checkValue(step.set, where, context);
  const test = checkWhen(step.set, where, context);
  if (value === undefined || step.set.when === undefined) return value;
  if (test === undefined) return undefined;
  const absent: Expression = {
    kind: 'literal',
    value: undefined,
    type: { shape: { kind: 'never' }, optional: true, nullable: false },
  };
  return { kind: 'conditional', test, then: value, else: absent, type: unionTypes([value.type, absent.type]) };
}
