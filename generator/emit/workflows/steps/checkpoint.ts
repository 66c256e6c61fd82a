import type { ObjectField } from '../../../expression/expression.ts';
import type { CheckpointPlan, ClearPlan } from '../../../ir/step.ts';
import { reference } from '../../expressions/index.ts';
import * as s from '../../syntax/index.ts';
import { checkpointState } from '../checkpoint-state.ts';
import { awaitContext, emitValue, journalName, within, type Flow } from '../flow.ts';
import { assignCheckpoint, resetCheckpoint } from '../read-checkpoint.ts';
import { withRunFields } from '../run-fields.ts';

/**
 * `await ctx.set('checkpoint.createdFrom', …);`, or several values at once, all of them worked out before the first is
 * written. A value that is absent leaves the checkpoint where it is.
 */
export function emitCheckpoint({ values }: CheckpointPlan, flow: Flow): void {
  const { scope } = flow;
  const isTwice = ({ name, value }: ObjectField): boolean =>
    value.type.optional || flow.checkpoint.some((field) => field.name === name);
  const nodes = values.map((field) => ({
    ...field,
    node: isTwice(field)
      ? reference(withRunFields(field.value, flow.ctx), scope, `next ${field.name}`)
      : emitValue(field.value, flow),
  }));
  const [first, ...others] = nodes.filter(({ value }) => !value.type.optional);
  if (first !== undefined)
    scope.add(s.perform(others.length === 0 ? setOne(first, flow) : setAll([first, ...others], flow)));
  for (const { name, node, value } of nodes) {
    if (!value.type.optional) {
      assignCheckpoint(name, node, flow);
      continue;
    }
    const then = within(flow);
    then.scope.add(s.perform(setOne({ name, node }, flow)));
    assignCheckpoint(name, node, then);
    scope.add(s.ifThen(s.isPresent(node, value.type), then.scope.statements));
  }
}

interface Written {
  readonly name: string;
  readonly node: s.ExpressionNode;
}

function setOne({ name, node }: Written, flow: Flow): s.ExpressionNode {
  return awaitContext(flow, 'set', [s.literal(checkpointState(name)), node]);
}

function setAll(written: readonly Written[], flow: Flow): s.ExpressionNode {
  const entries = written.map(({ name, node }) => s.entry(checkpointState(name), node));
  return awaitContext(flow, 'setAll', [s.object(entries)]);
}

/** `await ctx.clearCheckpoint('clear');` */
export function emitClear(step: ClearPlan, flow: Flow): void {
  flow.scope.add(s.perform(awaitContext(flow, 'clearCheckpoint', [journalName(step.name, flow)])));
  resetCheckpoint(flow);
}
