import { toText } from '@flowright/runtime';
import { toInvoiceTerms } from '../logic/to-invoice-terms.ts';
import type { Bill } from '../models/bill.ts';
import type { Invoice } from '../models/invoice.ts';
import type { Order } from '../models/order.ts';
import type { Tier } from '../models/tier.ts';

export function toInvoice(bill: Bill, order: Order, tier: Tier): Invoice {
  const lines: Invoice['lines'] = [];
  for (const line of bill.lines) {
    lines.push({ gross: line.gross, net: line.net, tax: line.tax });
  }

  return {
    reference: order.number,
    customer_id: toText(order.customer.id),
    terms: toInvoiceTerms({ cents: bill.gross, country: order.country, tier }),
    lines,
    net: bill.net,
    tax: bill.tax,
    gross: bill.gross,
  };
}
