import { defineIntegration, toText, workflow } from '@flowright/runtime';
import { type Clients, createClients } from './clients.ts';
import { parseOrder } from './models/order.ts';
import { accounting } from './systems/accounting.ts';
import { shop } from './systems/shop.ts';
import { warehouse } from './systems/warehouse.ts';
import { orderPaid } from './workflows/order-paid.ts';

export const integration = defineIntegration<Clients>({
  name: 'order-fulfilment',
  version: 'ef88d39e282c84b4',
  systems: [accounting, shop, warehouse],
  settings: [
    { setting: 'ACCOUNTING_CLIENT_ID' },
    { setting: 'ACCOUNTING_CLIENT_SECRET' },
    { setting: 'SHOP_API_KEY' },
    { setting: 'WMS_USER' },
    { setting: 'WMS_PASSWORD' },
    { setting: 'SHOP_WEBHOOK_SECRET' },
  ],
  clients: createClients,
  workflows: {
    orderPaid: workflow({
      trigger: {
        kind: 'webhook',
        method: 'POST',
        path: '/shop/orders',
        auth: {
          kind: 'hmac',
          algorithm: 'sha256',
          header: 'x-shop-signature',
          encoding: 'base64',
          secret: 'SHOP_WEBHOOK_SECRET',
        },
        dedupe: { id: (_delivery, order) => toText(order.id), keepMs: 172800000 },
        parse: parseOrder,
        key: (order) => `customer-${order.customer.id}`,
        answer: 'completed',
        waitMs: 20000,
      },
      run: orderPaid,
    }),
  },
});
