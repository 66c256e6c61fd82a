import type { Binding, StepPlan } from '../../ir/step.ts';
import type { Type } from '../../shape/type.ts';

/** Marks the variables that are read after the branch that binds them, and gives them the type that they have there. */
export function hoist(steps: readonly StepPlan[], hoisted: ReadonlyMap<string, Type>): readonly StepPlan[] {
  return steps.map((step) => hoistStep(step, hoisted));
}

function hoistStep(step: StepPlan, hoisted: ReadonlyMap<string, Type>): StepPlan {
  switch (step.kind) {
    case 'call':
      return {
        ...step,
        ...(step.bind !== undefined && { bind: hoistBinding(step.bind, hoisted) }),
        ...(step.lastPage !== undefined && { lastPage: hoistBinding(step.lastPage, hoisted) }),
        ...(step.onError !== undefined && {
          onError: step.onError.map((rule) => ({ ...rule, do: hoist(rule.do, hoisted) })),
        }),
      };
    case 'poll':
      return { ...step, bind: hoistBinding(step.bind, hoisted) };
    case 'save':
    case 'remove':
    case 'prune':
      return step.bind === undefined ? step : { ...step, bind: hoistBinding(step.bind, hoisted) };
    case 'bind':
      return { ...step, bind: hoistBinding(step.bind, hoisted) };
    case 'set':
      return { ...step, bind: hoistBinding(step.bind, hoisted), steps: hoist(step.steps, hoisted) };
    case 'when':
      return { ...step, then: hoist(step.then, hoisted), else: hoist(step.else, hoisted) };
    case 'forEach':
    case 'forEachPage': {
      const { collect } = step;
      const bound = collect && { collect: { ...collect, bind: hoistBinding(collect.bind, hoisted) } };
      return { ...step, do: hoist(step.do, hoisted), ...bound };
    }
    default:
      return step;
  }
}

function hoistBinding(binding: Binding, hoisted: ReadonlyMap<string, Type>): Binding {
  const type = hoisted.get(binding.name);
  return type === undefined ? binding : { ...binding, type, hoisted: true };
}
