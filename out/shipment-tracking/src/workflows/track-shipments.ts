import { FatalError, type StepContext, collect } from '@flowright/runtime';
import type { Clients } from '../clients.ts';
import { trackingToUpdate } from '../mappings/tracking-to-update.ts';

export async function trackShipments(ctx: StepContext<Clients>): Promise<void> {
  const shipments = await collect(
    ctx,
    'shipments',
    ({ http }, next) => http.shop.listShipments(next),
    (body) => body,
  );

  for (const shipment of shipments) {
    try {
      const tracking = await ctx.run(`tracking/${shipment.id}`, ({ http }) =>
        http.carrier.getTracking({ numberValue: shipment.tracking_number }),
      );
      const update = trackingToUpdate(tracking);

      if (update.status !== shipment.status) {
        await ctx.run(`updateShipment/${shipment.id}`, ({ http }) =>
          http.shop.updateShipment({ id: shipment.id, body: update }),
        );
      }
    } catch (error) {
      if (!(error instanceof FatalError)) throw error;
      ctx.log.warn({ shipment: shipment.id, code: error.code, reason: error.message }, 'shipment left out');
    }
  }
}
