import type { TriggerPlan } from '../../ir/trigger.ts';
import type { EmitContext } from '../expressions/index.ts';
import * as s from '../syntax/index.ts';
import { triggerFunction } from './trigger-function.ts';
import { inputParser } from './input-parser.ts';

export type WebhookPlan = Extract<TriggerPlan, { kind: 'webhook' }>;

/** A webhook as the runtime takes it: plain data, and functions of the delivery and the parsed payload. */
export function webhookTrigger(trigger: WebhookPlan, context: EmitContext): s.ExpressionNode {
  const { events, dedupe, filter, ignored, key } = trigger;
  return s.object(
    [
      s.entry('kind', s.literal('webhook')),
      s.entry('method', s.literal(trigger.method)),
      s.entry('path', s.literal(trigger.path)),
      s.entry('auth', s.literal(s.plainData(trigger.auth))),
      ...(events === undefined ? [] : [s.entry('accepts', acceptsFunction(events))]),
      ...(dedupe === undefined ? [] : [s.entry('dedupe', dedupeObject(trigger, dedupe, context))]),
      s.entry('parse', inputParser(trigger.payload, context)),
      ...(filter === undefined
        ? []
        : [s.entry('filter', triggerFunction(filter, [trigger.as, 'delivery'], 'any', context))]),
      ...(ignored === undefined ? [] : [s.entry('ignored', s.literal(s.plainData(ignored)))]),
      ...(key === undefined ? [] : [s.entry('key', triggerFunction(key, [trigger.as, 'delivery'], 'text', context))]),
      s.entry('answer', s.literal(trigger.answer)),
      s.entry('waitMs', s.literal(trigger.waitMs)),
    ],
    { multiline: true },
  );
}

/** `({ headers }) => headers['x-shopify-topic'] === 'orders/paid'` */
function acceptsFunction({ header, in: kinds }: NonNullable<WebhookPlan['events']>): s.ExpressionNode {
  const [only, ...others] = kinds;
  const kind = deliveryHeader(header);
  const test =
    only !== undefined && others.length === 0
      ? s.binary(kind, '===', s.literal(only))
      : s.method(s.literal(kinds), 'includes', [s.binary(kind, '??', s.literal(''))]);
  return headersFunction(test);
}

function dedupeObject(
  trigger: WebhookPlan,
  { id, keepMs }: NonNullable<WebhookPlan['dedupe']>,
  context: EmitContext,
): s.ExpressionNode {
  const read =
    'header' in id
      ? headersFunction(deliveryHeader(id.header))
      : triggerFunction(id.value, ['delivery', trigger.as], 'textIfAny', context);
  return s.object([s.entry('id', read), s.entry('keepMs', s.literal(keepMs))]);
}

function headersFunction(body: s.ExpressionNode): s.ExpressionNode {
  return s.arrow([{ name: 'headers', fields: [{ name: 'headers' }] }], body);
}

/** The runtime hands names on in lower case. */
function deliveryHeader(name: string): s.ExpressionNode {
  return s.property(s.identifier('headers'), name.toLowerCase());
}
