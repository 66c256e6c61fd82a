import { expect, test } from 'vitest';
import { operation, system } from '../workflows/testing/parts.ts';
import { emitClients } from './emit-clients.ts';

test('has one client for each system that is called', () => {
  const systems = [
    system('stripe', 'Stripe', [operation()]),
    system('shopify', 'Shopify', []),
    system('hubspot', 'HubSpot', [operation()]),
  ];
  expect(emitClients(systems).text).toMatchInlineSnapshot(`
    "import type { Transport } from '@flowright/runtime';
    import { type HubSpotClient, hubspotClient } from './systems/hubspot.ts';
    import { type StripeClient, stripeClient } from './systems/stripe.ts';

    /** The clients of the systems, as steps reach them. */
    export interface Clients {
        readonly stripe: StripeClient;
        readonly hubspot: HubSpotClient;
    }

    export function createClients(transport: Transport): Clients {
        return { stripe: stripeClient(transport), hubspot: hubspotClient(transport) };
    }
    "
  `);
});

test('takes no notice of the transport where nothing is called', () => {
  expect(emitClients([system('shopify', 'Shopify', [])]).text).toContain(
    'createClients(_transport: Transport): Clients',
  );
});
