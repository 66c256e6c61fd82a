import type { Transport } from '@flowright/runtime';
import { type HubspotClient, hubspotClient } from './systems/hubspot.ts';
import { type ShopifyClient, shopifyClient } from './systems/shopify.ts';

/** The clients of the systems, as steps reach them. */
export interface Clients {
  readonly hubspot: HubspotClient;
  readonly shopify: ShopifyClient;
}

export function createClients(transport: Transport): Clients {
  return { hubspot: hubspotClient(transport), shopify: shopifyClient(transport) };
}
