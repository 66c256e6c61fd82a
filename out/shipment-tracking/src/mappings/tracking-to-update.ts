import { fromIso, toIso } from '@flowright/runtime';
import type { ShipmentUpdate } from '../models/shipment-update.ts';
import type { Tracking } from '../models/tracking.ts';
import { shipmentStatus } from '../tables/shipment-status.ts';

export function trackingToUpdate(tracking: Tracking): ShipmentUpdate {
  const event = tracking.events.at(-1);
  const code = event?.code;
  const shipmentStatus2 = code === undefined ? undefined : shipmentStatus[code];
  const shipmentUpdate: ShipmentUpdate = { status: shipmentStatus2 ?? 'shipped' };
  const lastSeenAt = event?.at;
  if (lastSeenAt !== undefined) shipmentUpdate.last_seen_at = lastSeenAt;
  const lastPlace = event?.place;
  if (lastPlace != null) shipmentUpdate.last_place = lastPlace;
  // Always in UTC
  const at = tracking.events.find((event2) => event2.code === 'DL')?.at;
  if (at !== undefined) shipmentUpdate.delivered_at = toIso(fromIso(at));

  return shipmentUpdate;
}
