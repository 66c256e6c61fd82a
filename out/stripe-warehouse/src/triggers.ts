import { defineIntegration, workflow } from '@flowright/runtime';
import { type Clients, createClients } from './clients.ts';
import { stripe } from './systems/stripe.ts';
import { warehouse } from './systems/warehouse.ts';
import { syncInvoices } from './workflows/sync-invoices.ts';

export const integration = defineIntegration<Clients>({
  name: 'stripe-warehouse',
  version: '4129a36911a9fbda',
  systems: [stripe, warehouse],
  settings: [
    { setting: 'STRIPE_KEY' },
    { setting: 'WAREHOUSE_HOST', default: 'warehouse.example.com' },
    { setting: 'WAREHOUSE_TOKEN' },
  ],
  clients: createClients,
  workflows: {
    syncInvoices: workflow({
      trigger: { kind: 'schedule', cron: '0 * * * *', timeZone: 'UTC', overlap: 'skip', missed: 'latest' },
      run: syncInvoices,
    }),
  },
});
