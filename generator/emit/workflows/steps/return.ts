import type { ReturnPlan } from '../../../ir/step.ts';
import * as s from '../../syntax/index.ts';
import { emitValue, type Flow } from '../flow.ts';

/** `return output;` */
export function emitReturn({ value }: ReturnPlan, flow: Flow): void {
  flow.scope.add(s.returnValue(emitValue(value, flow)));
}
