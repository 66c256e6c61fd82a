import type { CheckpointPlan, ClearPlan } from '../../../ir/step.ts';
import { isMaybe, reference } from '../../expressions/index.ts';
import * as s from '../../syntax/index.ts';
import { checkpointState } from '../checkpoint-state.ts';
import { awaitContext, emitValue, journalName, within, type Flow } from '../flow.ts';
import { assignCheckpoint, resetCheckpoint } from '../read-checkpoint.ts';
import { withRunFields } from '../run-fields.ts';

/** `await ctx.set('checkpoint.createdFrom', …);`: a value that is absent leaves the checkpoint where it is. */
export function emitCheckpoint({ values }: CheckpointPlan, flow: Flow): void {
  const { scope } = flow;
  for (const { name, value } of values) {
    const node = valueNode(name, value, flow);
    const then = isMaybe(value.type) ? within(flow) : flow;
    then.scope.add(s.perform(awaitContext(flow, 'set', [s.literal(checkpointState(name)), node])));
    assignCheckpoint(name, node, then);
    if (then !== flow) scope.add(s.ifThen(s.isPresent(node, value.type), then.scope.statements));
  }
}

/** Bound to a variable where it is used twice. */
function valueNode(name: string, value: CheckpointPlan['values'][number]['value'], flow: Flow): s.ExpressionNode {
  const { scope } = flow;
  const isRead = flow.checkpoint.some((field) => field.name === name);
  return isRead || isMaybe(value.type)
    ? reference(withRunFields(value, flow.ctx), scope, `next ${name}`)
    : emitValue(value, flow);
}

/** `await ctx.clearCheckpoint('clear');` */
export function emitClear(step: ClearPlan, flow: Flow): void {
  flow.scope.add(s.perform(awaitContext(flow, 'clearCheckpoint', [journalName(step.name, flow)])));
  resetCheckpoint(flow);
}
