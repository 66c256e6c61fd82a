import { fromIso, round, toNumber, toText } from '@flowright/runtime';
import type { DealProperties } from '../models/deal-properties.ts';
import type { Order } from '../models/order.ts';
import { dealStages } from '../tables/deal-stages.ts';

export function orderToDeal(order: Order): DealProperties {
  const totalPrice = toNumber(order.total_price);
  const dealProperties: DealProperties = {
    dealname: `Order ${order.name}`,
    amount: round(totalPrice, 2),
    closedate: fromIso(order.created_at),
    dealstage: dealStages.get(order.financial_status) ?? 'appointmentscheduled',
    deal_currency_code: order.currency.toUpperCase(),
    // Sales calls customers with large orders
    hs_priority: totalPrice > 10000 ? 'high' : 'medium',
    shopify_order_id: toText(order.id),
  };
  if (order.note != null) dealProperties.description = order.note;

  return dealProperties;
}
