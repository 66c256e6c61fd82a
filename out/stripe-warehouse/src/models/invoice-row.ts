import type { Issue } from '@flowright/runtime';
import {
  type Place,
  inside,
  isDate,
  isDateTime,
  isPlainObject,
  notAnInteger,
  report,
} from '@flowright/runtime/validate';

/** One row of the table billing.invoices. */
export interface InvoiceRow {
  currency: string;
  customer_email: string | null;
  customer_id: string;
  due_on: string | null;
  invoice_id: string;
  is_settled: boolean;
  issued_at: string;
  line_count: number;
  number: string | null;
  period: string;
  products: string[];
  status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void';
  tax: number;
  total: number;
}

export function checkInvoiceRow(value: unknown, at: Place, issues: Issue[]): value is InvoiceRow {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const currency = value.currency;
  if (currency === undefined) {
    report(issues, inside(at, 'currency'), 'is missing');
  } else if (typeof currency !== 'string') report(issues, inside(at, 'currency'), 'must be a string');
  const customerEmail = value.customer_email;
  if (customerEmail === undefined) {
    report(issues, inside(at, 'customer_email'), 'is missing');
  } else if (customerEmail !== null && typeof customerEmail !== 'string')
    report(issues, inside(at, 'customer_email'), 'must be a string or null');
  const customerId = value.customer_id;
  if (customerId === undefined) {
    report(issues, inside(at, 'customer_id'), 'is missing');
  } else if (typeof customerId !== 'string') report(issues, inside(at, 'customer_id'), 'must be a string');
  const dueOn = value.due_on;
  if (dueOn === undefined) {
    report(issues, inside(at, 'due_on'), 'is missing');
  } else if (typeof dueOn === 'string') {
    if (!isDate(dueOn)) report(issues, inside(at, 'due_on'), 'must be a date (2026-07-31)');
  } else if (dueOn !== null) report(issues, inside(at, 'due_on'), 'must be a string or null');
  const invoiceId = value.invoice_id;
  if (invoiceId === undefined) {
    report(issues, inside(at, 'invoice_id'), 'is missing');
  } else if (typeof invoiceId !== 'string') report(issues, inside(at, 'invoice_id'), 'must be a string');
  const isSettled = value.is_settled;
  if (isSettled === undefined) {
    report(issues, inside(at, 'is_settled'), 'is missing');
  } else if (typeof isSettled !== 'boolean') report(issues, inside(at, 'is_settled'), 'must be true or false');
  const issuedAt = value.issued_at;
  if (issuedAt === undefined) {
    report(issues, inside(at, 'issued_at'), 'is missing');
  } else if (typeof issuedAt !== 'string') {
    report(issues, inside(at, 'issued_at'), 'must be a string');
  } else if (!isDateTime(issuedAt))
    report(issues, inside(at, 'issued_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  const lineCount = value.line_count;
  if (lineCount === undefined) {
    report(issues, inside(at, 'line_count'), 'is missing');
  } else if (typeof lineCount !== 'number') {
    report(issues, inside(at, 'line_count'), 'must be a number');
  } else if (!Number.isSafeInteger(lineCount)) report(issues, inside(at, 'line_count'), notAnInteger(lineCount));
  const number = value.number;
  if (number === undefined) {
    report(issues, inside(at, 'number'), 'is missing');
  } else if (number !== null && typeof number !== 'string')
    report(issues, inside(at, 'number'), 'must be a string or null');
  const period = value.period;
  if (period === undefined) {
    report(issues, inside(at, 'period'), 'is missing');
  } else if (typeof period !== 'string') report(issues, inside(at, 'period'), 'must be a string');
  const products = value.products;
  if (products === undefined) {
    report(issues, inside(at, 'products'), 'is missing');
  } else if (!Array.isArray(products)) {
    report(issues, inside(at, 'products'), 'must be an array');
  } else {
    for (let index = 0; index < products.length; index += 1) {
      const item: unknown = products[index];
      if (typeof item !== 'string') report(issues, inside(inside(at, 'products'), index), 'must be a string');
    }
  }
  const status = value.status;
  if (status === undefined) {
    report(issues, inside(at, 'status'), 'is missing');
  } else if (
    status !== 'draft' &&
    status !== 'open' &&
    status !== 'paid' &&
    status !== 'uncollectible' &&
    status !== 'void'
  )
    report(issues, inside(at, 'status'), 'must be "draft", "open", "paid", "uncollectible" or "void"');
  const tax = value.tax;
  if (tax === undefined) {
    report(issues, inside(at, 'tax'), 'is missing');
  } else if (typeof tax !== 'number') report(issues, inside(at, 'tax'), 'must be a number');
  const total = value.total;
  if (total === undefined) {
    report(issues, inside(at, 'total'), 'is missing');
  } else if (typeof total !== 'number') report(issues, inside(at, 'total'), 'must be a number');
  return issues.length === before;
}
