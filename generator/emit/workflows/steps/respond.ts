import type { ObjectField } from '../../../expression/expression.ts';
import type { RespondPlan } from '../../../ir/step.ts';
import { isMaybe } from '../../expressions/index.ts';
import * as s from '../../syntax/index.ts';
import { awaitContext, emitValue, type Flow } from '../flow.ts';
import { emitFields } from '../fields.ts';

/** `await ctx.respond({ status: 200, body: … });` */
export function emitRespond({ status, headers, body }: RespondPlan, flow: Flow): void {
  const reply = [
    s.entry('status', s.literal(status)),
    ...(headers.length === 0 ? [] : [s.entry('headers', emitFields(headers.map(asText), flow))]),
    ...(body === undefined ? [] : [s.entry('body', emitValue(body, flow))]),
  ];
  flow.scope.add(s.perform(awaitContext(flow, 'respond', [s.object(reply)])));
}

/** Headers are text. */
function asText(header: ObjectField): ObjectField {
  const { value, optional } = header;
  return optional || (value.type.shape.kind === 'string' && !isMaybe(value.type))
    ? header
    : {
        ...header,
        value: {
          kind: 'template',
          parts: [value],
          type: { shape: { kind: 'string' }, optional: false, nullable: false },
        },
      };
}
