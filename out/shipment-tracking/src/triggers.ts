import { defineIntegration, workflow } from '@flowright/runtime';
import { type Clients, createClients } from './clients.ts';
import { carrier } from './systems/carrier.ts';
import { shop } from './systems/shop.ts';
import { trackShipments } from './workflows/track-shipments.ts';

export const integration = defineIntegration<Clients>({
  name: 'shipment-tracking',
  version: '64d414fad790aa75',
  systems: [carrier, shop],
  settings: [{ setting: 'CARRIER_USER' }, { setting: 'CARRIER_PASSWORD' }, { setting: 'SHOP_API_KEY' }],
  clients: createClients,
  workflows: {
    trackShipments: workflow({
      trigger: { kind: 'schedule', cron: '*/30 * * * *', timeZone: 'Europe/Berlin', overlap: 'skip', missed: 'latest' },
      run: trackShipments,
    }),
  },
});
