import type { GuardPlan } from '../../../ir/step.ts';
import * as s from '../../syntax/index.ts';
import { emitValue, within, type Flow } from '../flow.ts';

/** `if (…) throw new FatalError('invalid_input', '…');` */
export function emitGuard({ fails, code, message, details }: GuardPlan, flow: Flow): void {
  const test = emitValue(fails, flow);
  const then = within(flow);
  const text = emitValue(message, then);
  const error = flow.scope.context.imports.useRuntime('FatalError');
  const more = details === undefined ? [] : [emitValue(details, then)];
  then.scope.add(s.throwNew(error, [s.literal(code), text, ...more]));
  flow.scope.add(s.ifThen(test, then.scope.statements));
}
