import type { WhenPlan } from '../../../ir/step.ts';
import { typeNode } from '../../expressions/index.ts';
import * as s from '../../syntax/index.ts';
import { emitSteps } from '../emit-steps.ts';
import { emitValue, within, type Flow } from '../flow.ts';
import { hoistedBindings } from '../step-parts.ts';

/** `if (…) { … } else { … }`; what a branch binds for steps behind it is declared before. */
export function emitWhen(step: WhenPlan, flow: Flow): void {
  const { scope } = flow;
  const declared = new Set(flow.declared);
  for (const { name, type } of hoistedBindings([step])) {
    if (declared.has(name) || !flow.read.has(name)) continue;
    scope.add(s.variable(scope.declare(name), typeNode(type, scope.context)));
    declared.add(name);
  }
  const test = emitValue(step.test, flow);
  const then = within(flow, { declared });
  emitSteps(step.then, then);
  const otherwise = within(flow, { declared });
  emitSteps(step.else, otherwise);
  scope.add(s.ifThen(test, then.scope.statements, otherwise.scope.statements, { braces: true }));
}
