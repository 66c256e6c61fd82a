import { FatalError, type StepContext, collect } from '@flowright/runtime';
import type { Clients } from '../clients.ts';
import { customerTier } from '../logic/customer-tier.ts';
import { parseSku } from '../logic/parse-sku.ts';
import { taxLines } from '../logic/tax-lines.ts';
import { toInvoice } from '../mappings/to-invoice.ts';
import { toPick } from '../mappings/to-pick.ts';
import { toShipment } from '../mappings/to-shipment.ts';
import type { Order } from '../models/order.ts';
import type { PickModel } from '../models/pick.ts';

export async function orderPaid(ctx: StepContext<Clients>, order: Order): Promise<void> {
  const picks: PickModel[] = [];
  for (const line of order.lines) {
    const article = parseSku({ sku: line.sku });
    if (!article.valid)
      throw new FatalError(
        'unknown_article',
        `order ${order.number} has an article number that nobody can read: ${line.sku}`,
        { sku: line.sku },
      );
    const pick = toPick(article, line);
    picks.push(pick);
  }

  const history = await collect(
    ctx,
    'history',
    ({ http }, next) => http.shop.listOrders({ id: order.customer.id }, next),
    (body) => body.orders,
  );
  const rank = customerTier({ at: order.placed_at, orders: history });
  const bill = taxLines({
    discount: order.discount,
    included: order.prices_include_tax,
    lines: order.lines.map((line) => ({ amount: line.amount, rate: line.rate })),
  });
  const invoice = toInvoice(bill, order, rank.tier);
  const created = await ctx.run('created', ({ http }) => http.accounting.createInvoice({ body: invoice }));
  const shipment = toShipment(order, picks, rank.tier);
  await ctx.run('createShipment', ({ http }) =>
    http.warehouse.createShipment({ reference: order.number, body: shipment }),
  );

  if (rank.tier !== order.customer.tier) {
    await ctx.run('setTier', ({ http }) => http.shop.setTier({ id: order.customer.id, body: { tier: rank.tier } }));
  }

  await ctx.respond({ status: 200, body: { class: shipment.class, invoiceId: created.id, tier: rank.tier } });
}
