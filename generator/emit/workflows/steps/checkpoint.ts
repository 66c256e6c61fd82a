import type { CheckpointPlan } from '../../../ir/step.ts';
import { isMaybe, reference } from '../../expressions/index.ts';
import * as s from '../../syntax/index.ts';
import { checkpointState } from '../checkpoint-state.ts';
import { awaitContext, emitValue, within, type Flow } from '../flow.ts';
import { withRunFields } from '../run-fields.ts';

/** `await ctx.set('checkpoint.createdFrom', …);`: a value that is absent leaves the checkpoint where it is. */
export function emitCheckpoint({ values }: CheckpointPlan, flow: Flow): void {
  const { scope } = flow;
  for (const { name, value } of values) {
    const keep = (node: s.ExpressionNode): s.StatementNode =>
      s.perform(awaitContext(flow, 'set', [s.literal(checkpointState(name)), node]));
    if (!isMaybe(value.type)) {
      scope.add(keep(emitValue(value, flow)));
      continue;
    }
    const node = reference(withRunFields(value, flow.ctx), scope, name);
    const then = within(flow);
    then.scope.add(keep(node));
    scope.add(s.ifThen(s.isPresent(node, value.type), then.scope.statements));
  }
}
