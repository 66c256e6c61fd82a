import type { GuardPlan } from '../../../ir/step.ts';
import * as s from '../../syntax/index.ts';
import { emitValue, within, type Flow } from '../flow.ts';

/** `if (…) throw new FatalError('invalid_input', '…');` */
export function emitGuard({ fails, code, message }: GuardPlan, flow: Flow): void {
  const test = emitValue(fails, flow);
  const then = within(flow);
  const text = emitValue(message, then);
  const error = flow.scope.context.imports.useRuntime('FatalError');
  then.scope.add(s.throwNew(error, [s.literal(code), text]));
  flow.scope.add(s.ifThen(test, then.scope.statements));
}
