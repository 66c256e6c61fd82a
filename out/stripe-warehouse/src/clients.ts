import type { Transport } from '@flowright/runtime';
import { type StripeClient, stripeClient } from './systems/stripe.ts';
import { type WarehouseClient, warehouseClient } from './systems/warehouse.ts';

/** The clients of the systems, as steps reach them. */
export interface Clients {
  readonly stripe: StripeClient;
  readonly warehouse: WarehouseClient;
}

export function createClients(transport: Transport): Clients {
  return { stripe: stripeClient(transport), warehouse: warehouseClient(transport) };
}
