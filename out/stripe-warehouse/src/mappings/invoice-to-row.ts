import { fromEpochSeconds, round, sortBy, sum, toFormat, toIso, toIsoDate, unique } from '@flowright/runtime';
import type { InvoiceRow } from '../models/invoice-row.ts';
import type { Invoice } from '../models/invoice.ts';
import { statuses } from '../tables/statuses.ts';

export function invoiceToRow(invoice: Invoice): InvoiceRow {
  const dueDate = invoice.due_date === null ? undefined : toIsoDate(fromEpochSeconds(invoice.due_date));
  return {
    invoice_id: invoice.id,
    customer_id: invoice.customer,
    customer_email: invoice.customer_email ?? null,
    number: invoice.number ?? null,
    status: statuses.get(invoice.status) ?? 'draft',
    is_settled: invoice.amount_remaining === 0 && invoice.status !== 'draft',
    currency: invoice.currency.toUpperCase(),
    // Stripe counts in cents
    total: round(invoice.total * 0.01, 2),
    tax: round(sum(invoice.lines.data, (line) => line.tax) * 0.01, 2),
    line_count: invoice.lines.data.length,
    products: sortBy(unique(invoice.lines.data.map((line) => line.price.product)), (item) => item),
    issued_at: toIso(fromEpochSeconds(invoice.created)),
    due_on: dueDate ?? null,
    period: toFormat(fromEpochSeconds(invoice.period_start), 'yyyy-MM'),
  };
}
