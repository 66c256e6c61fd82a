import { expect, test } from 'vitest';
import type { Expression } from '../../expression/expression.ts';
import type { TriggerPlan } from '../../ir/trigger.ts';
import type { Shape } from '../../shape/shape.ts';
import {
  field,
  FLAG,
  maybe,
  model,
  name,
  NUMBER,
  objectShape,
  operation,
  place,
  system,
  TEXT,
  value,
} from '../workflows/testing/parts.ts';
import { emitTriggers } from './emit-triggers.ts';

const order = name('order', model('Order'));
const delivery = name('delivery', { shape: { kind: 'object', fields: new Map() }, optional: false, nullable: false });

const webhook: TriggerPlan = {
  kind: 'webhook',
  method: 'POST',
  path: '/shopify/orders',
  auth: {
    kind: 'hmac',
    algorithm: 'sha256',
    header: 'X-Shopify-Hmac-Sha256',
    encoding: 'base64',
    secret: 'SHOPIFY_WEBHOOK_SECRET',
  },
  payload: model('Order'),
  as: 'order',
  answer: 'accepted',
  waitMs: 20_000,
};

function emit(...triggers: readonly TriggerPlan[]): string {
  return emitTriggers({
    name: 'shopify-hubspot',
    version: 'v1',
    systems: [system('shopify', 'Shopify', []), system('hubspot', 'HubSpot', [operation()])],
    settings: [
      { name: 'HUBSPOT_KEY', secret: true, description: 'Key.' },
      { name: 'SHOP', secret: false, default: 'demo', description: 'Shop.' },
    ],
    shapes: new Map<string, Shape>([
      ['Order', objectShape({ id: { kind: 'number', integer: true }, 'email?': { kind: 'string' } })],
    ]),
    models: [
      {
        id: 'Order',
        place,
        symbol: { name: 'Order', file: 'src/models/order.ts' },
        schema: true,
        parsers: { payload: 'parseOrderPayload' },
      },
    ],
    tables: [],
    mappings: [],
    logic: [],
    workflows: triggers.map((trigger, at) => ({
      id: `flow${at + 1}`,
      place,
      symbol: { name: `flow${at + 1}`, file: `src/workflows/flow-${at + 1}.ts` },
      trigger,
      input: { name: 'order', type: model('Order') },
      checkpoint: [],
      steps: [],
    })),
  }).text;
}

test('declares the integration with what starts each workflow', () => {
  const text = emit(
    {
      ...webhook,
      events: { header: 'X-Shopify-Topic', in: ['orders/paid', 'orders/edited'] },
      dedupe: { id: { header: 'X-Shopify-Webhook-Id' }, keepMs: 172_800_000 },
      filter: { kind: 'binary', op: '>', left: field(order, 'id', NUMBER), right: value(0, NUMBER), type: FLAG },
      ignored: { status: 204 },
      key: { kind: 'template', parts: ['order-', field(order, 'id', NUMBER)], type: TEXT },
    },
    { kind: 'schedule', cron: '0 6 * * *', timeZone: 'Europe/Berlin', overlap: 'skip', missed: 'latest' },
    { kind: 'manual', as: 'input' },
    { kind: 'manual', input: model('Order'), as: 'order' },
  );
  expect(text).toMatchInlineSnapshot(`
    "import { defineIntegration, workflow } from '@flowright/runtime';
    import { type Clients, createClients } from './clients.ts';
    import { parseOrderPayload } from './models/order.ts';
    import { hubspot } from './systems/hubspot.ts';
    import { shopify } from './systems/shopify.ts';
    import { flow1 } from './workflows/flow-1.ts';
    import { flow2 } from './workflows/flow-2.ts';
    import { flow3 } from './workflows/flow-3.ts';
    import { flow4 } from './workflows/flow-4.ts';

    export const integration = defineIntegration<Clients>({
        name: 'shopify-hubspot',
        version: 'v1',
        systems: [shopify, hubspot],
        settings: [{ setting: 'HUBSPOT_KEY' }, { setting: 'SHOP', default: 'demo' }],
        clients: createClients,
        workflows: {
            flow1: workflow({
                trigger: {
                    kind: 'webhook',
                    method: 'POST',
                    path: '/shopify/orders',
                    auth: { kind: 'hmac', algorithm: 'sha256', header: 'X-Shopify-Hmac-Sha256', encoding: 'base64', secret: 'SHOPIFY_WEBHOOK_SECRET' },
                    accepts: ({ headers }) => ['orders/paid', 'orders/edited'].includes(headers['x-shopify-topic'] ?? ''),
                    dedupe: { id: ({ headers }) => headers['x-shopify-webhook-id'], keepMs: 172800000 },
                    parse: parseOrderPayload,
                    filter: order => order.id > 0,
                    ignored: { status: 204 },
                    key: order => \`order-\${order.id}\`,
                    answer: 'accepted',
                    waitMs: 20000
                },
                run: flow1
            }),
            flow2: workflow({
                trigger: { kind: 'schedule', cron: '0 6 * * *', timeZone: 'Europe/Berlin', overlap: 'skip', missed: 'latest' },
                run: flow2
            }),
            flow3: workflow({
                trigger: { kind: 'manual', parse: () => undefined },
                run: flow3
            }),
            flow4: workflow({
                trigger: { kind: 'manual', parse: parseOrderPayload },
                run: flow4
            })
        }
    });
    "
  `);
});

test('accepts one kind of event', () => {
  expect(emit({ ...webhook, events: { header: 'X-Topic', in: ['paid'] } })).toContain(
    `accepts: ({ headers }) => headers['x-topic'] === 'paid'`,
  );
});

test('tells deliveries apart by the payload, as text', () => {
  const by = (id: Expression): string => emit({ ...webhook, dedupe: { id: { value: id }, keepMs: 1 } });
  expect(by(field(order, 'id', NUMBER))).toContain('id: (_delivery, order) => String(order.id)');
  expect(by(field(order, 'email', maybe(TEXT)))).toContain('id: (_delivery, order) => order.email,');
  expect(by(field(order, 'id', maybe(NUMBER)))).toContain('id: (_delivery, order) => order.id?.toString(),');
});

test('lets the key depend on the delivery alone', () => {
  const shop = field(field(delivery, 'headers', delivery.type), 'X-Shop', maybe(TEXT));
  expect(emit({ ...webhook, key: shop })).toContain(`key: (_order, delivery) => delivery.headers['x-shop'] ?? ''`);
});

test('takes the value itself where the key is nothing but one', () => {
  const by = (part: Expression): string => emit({ ...webhook, key: { kind: 'template', parts: [part], type: TEXT } });
  expect(by(field(order, 'email', maybe(TEXT)))).toContain(`key: order => order.email ?? '',`);
  expect(by(field(order, 'id', NUMBER))).toContain('key: order => `${order.id}`,');
});

test('takes no parameters where a filter reads nothing', () => {
  expect(emit({ ...webhook, filter: value(true, FLAG) })).toContain('filter: () => true');
});
