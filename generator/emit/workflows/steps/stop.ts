import type { StopPlan } from '../../../ir/step.ts';
import * as s from '../../syntax/index.ts';
import type { Flow } from '../flow.ts';

/** `break;`, or `break page;` out of an outer loop, which has that label. */
export function emitStop({ loop }: StopPlan, { scope }: Flow): void {
  scope.add(s.breakLoop(loop));
}
