import { round, toNumber } from '@flowright/runtime';
import type { LineItemBatch } from '../models/line-item-batch.ts';
import type { LineItemProperties } from '../models/line-item-properties.ts';
import type { Order } from '../models/order.ts';

export function orderToLineItems(dealId: string, order: Order): LineItemBatch {
  const inputs: LineItemBatch['inputs'] = [];
  for (const lineItem of order.line_items) {
    const properties: LineItemProperties = {
      name: lineItem.title,
      quantity: lineItem.quantity,
      price: round(toNumber(lineItem.price), 2),
    };
    if (lineItem.sku != null) properties.hs_sku = lineItem.sku;
    inputs.push({
      properties,
      associations: [
        { to: { id: dealId }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 }] },
      ],
    });
  }

  return { inputs };
}
