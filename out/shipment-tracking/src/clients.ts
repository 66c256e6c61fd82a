import type { Transport } from '@flowright/runtime';
import { type CarrierClient, carrierClient } from './systems/carrier.ts';
import { type ShopClient, shopClient } from './systems/shop.ts';

/** The clients of the systems, as steps reach them. */
export interface Clients {
  readonly carrier: CarrierClient;
  readonly shop: ShopClient;
}

export function createClients(transport: Transport): Clients {
  return { carrier: carrierClient(transport), shop: shopClient(transport) };
}
