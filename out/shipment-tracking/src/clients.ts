import type { Transport } from '@flowright/runtime';
import { type CarrierClient, carrierClient } from './systems/carrier.ts';
import { type ShopClient, shopClient } from './systems/shop.ts';

/** The clients of the systems, as steps reach them. */
export interface Clients {
  readonly shop: ShopClient;
  readonly carrier: CarrierClient;
}

export function createClients(transport: Transport): Clients {
  return { shop: shopClient(transport), carrier: carrierClient(transport) };
}
