import { defineIntegration, workflow } from '@flowright/runtime';
import { type Clients, createClients } from './clients.ts';
import { parseOrder } from './models/order.ts';
import { hubspot } from './systems/hubspot.ts';
import { shopify } from './systems/shopify.ts';
import { orderPaid } from './workflows/order-paid.ts';

export const integration = defineIntegration<Clients>({
  name: 'shopify-hubspot',
  version: '24341b34a30def9a',
  systems: [hubspot, shopify],
  settings: [
    { setting: 'HUBSPOT_TOKEN' },
    { setting: 'SHOPIFY_SHOP' },
    { setting: 'SHOPIFY_TOKEN' },
    { setting: 'SHOPIFY_WEBHOOK_SECRET' },
  ],
  clients: createClients,
  workflows: {
    orderPaid: workflow({
      trigger: {
        kind: 'webhook',
        method: 'POST',
        path: '/shopify/orders',
        auth: {
          kind: 'hmac',
          algorithm: 'sha256',
          header: 'x-shopify-hmac-sha256',
          encoding: 'base64',
          secret: 'SHOPIFY_WEBHOOK_SECRET',
        },
        dedupe: { id: ({ headers }) => headers['x-shopify-webhook-id'], keepMs: 172800000 },
        parse: parseOrder,
        filter: (order) => order.test !== true,
        key: (order) => `order-${order.id}`,
        answer: 'completed',
        waitMs: 20000,
      },
      run: orderPaid,
    }),
  },
});
