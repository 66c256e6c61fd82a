import type { BindPlan } from '../../../ir/step.ts';
import { namesIn, typeNode } from '../../expressions/index.ts';
import { bindValue } from '../bind-value.ts';
import { emitValue, type Flow } from '../flow.ts';

/** `const deal = orderToDeal(order);`, unless nothing reads it: it is pure. */
export function emitBind({ bind, value }: BindPlan, flow: Flow): void {
  if (!flow.read.has(bind.name)) return;
  const isOfCarried = Array.from(namesIn(value)).some((name) => flow.carried.has(name));
  if (isOfCarried) flow.carried.add(bind.name);
  bindValue(bind, emitValue(value, flow), flow, isOfCarried ? typeNode(bind.type, flow.scope.context) : undefined);
}
