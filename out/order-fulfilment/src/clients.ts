import type { Transport } from '@flowright/runtime';
import { type AccountingClient, accountingClient } from './systems/accounting.ts';
import { type ShopClient, shopClient } from './systems/shop.ts';
import { type WarehouseClient, warehouseClient } from './systems/warehouse.ts';

/** The clients of the systems, as steps reach them. */
export interface Clients {
  readonly accounting: AccountingClient;
  readonly shop: ShopClient;
  readonly warehouse: WarehouseClient;
}

export function createClients(transport: Transport): Clients {
  return {
    accounting: accountingClient(transport),
    shop: shopClient(transport),
    warehouse: warehouseClient(transport),
  };
}
