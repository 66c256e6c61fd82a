import * as s from '../syntax/index.ts';
import { within, type Flow } from './flow.ts';

/**
 * The statements, in a `try` that logs a failure and goes on. Only what a step or a guard reports as failed is caught:
 * a bug in the code goes through, and a run that the engine suspends throws nothing at all.
 */
export function leaveOut(
  statements: readonly s.StatementNode[],
  item: string,
  key: s.ExpressionNode,
  flow: Flow,
): s.StatementNode {
  const { scope, ctx } = within(flow);
  const error = scope.unique('error');
  const node = s.identifier(error);
  const isFailure = s.instanceOf(node, scope.context.imports.useRuntime('FatalError'));
  const fields = s.object([
    s.entry(item, key),
    s.entry('code', s.property(node, 'code')),
    s.entry('reason', s.property(node, 'message')),
  ]);
  return s.tryCatch(statements, error, [
    s.ifThen(s.not(isFailure), [s.throwValue(node)]),
    s.perform(s.method(s.property(s.identifier(ctx), 'log'), 'warn', [fields, s.literal(`${item} left out`)])),
  ]);
}
