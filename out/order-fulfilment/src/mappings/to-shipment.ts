import { round, sum } from '@flowright/runtime';
import { toShipmentClass } from '../logic/to-shipment-class.ts';
import type { Order } from '../models/order.ts';
import type { PickModel } from '../models/pick.ts';
import type { Shipment } from '../models/shipment.ts';
import type { Tier } from '../models/tier.ts';

export function toShipment(order: Order, picks: PickModel[], tier: Tier): Shipment {
  const valueSum = round(sum(picks.filter((pick) => pick.unit === 'g').map((pick) => pick.amount * pick.pieces)), 0);
  const picksValue: Shipment['picks'] = [];
  for (const pick of picks) {
    picksValue.push({
      amount: pick.amount,
      article: pick.article,
      colour: pick.colour,
      pieces: pick.pieces,
      unit: pick.unit,
    });
  }

  return {
    reference: order.number,
    recipient: order.customer.name,
    country: order.country.toUpperCase(),
    class: toShipmentClass({
      country: order.country,
      grams: valueSum,
      liquids: picks.some((pick) => pick.unit === 'ml'),
      tier,
    }),
    grams: valueSum,
    picks: picksValue,
  };
}
