import type { RespondPlan } from '../../../plan/ir/step.ts';
import * as s from '../../syntax/index.ts';
import { awaitContext, emitValue, type Flow } from '../flow.ts';
import { emitFields } from '../fields.ts';

/** `await ctx.respond({ status: 200, body: … });` */
export function emitRespond({ status, headers, body }: RespondPlan, flow: Flow): void {
  const reply = [
    s.entry('status', s.literal(status)),
    ...(headers.length === 0 ? [] : [s.entry('headers', emitFields(headers, flow))]),
    ...(body === undefined ? [] : [s.entry('body', emitValue(body, flow))]),
  ];
  flow.scope.add(s.perform(awaitContext(flow, 'respond', [s.object(reply)])));
}
