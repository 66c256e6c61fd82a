import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

export interface Invoice {
  amount_due: number;
  amount_paid: number;
  amount_remaining: number;
  collection_method: string;
  created: number;
  currency: string;
  customer: string;
  customer_email: null | string;
  due_date: number | null;
  id: string;
  lines: {
    data: {
      amount: number;
      currency: string;
      description: string;
      id: string;
      object: string;
      price: {
        id: string;
        product: string;
      };
      quantity: number;
      tax: number;
    }[];
    has_more: boolean;
    object: string;
  };
  livemode: boolean;
  number: null | string;
  object: string;
  period_end: number;
  period_start: number;
  status: string;
  subtotal: number;
  total: number;
}

export function checkInvoice(value: unknown, at: Place, issues: Issue[]): value is Invoice {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const amountDue = value.amount_due;
  if (amountDue === undefined) {
    report(issues, inside(at, 'amount_due'), 'is missing');
  } else if (typeof amountDue !== 'number') {
    report(issues, inside(at, 'amount_due'), 'must be a number');
  } else if (!Number.isSafeInteger(amountDue)) report(issues, inside(at, 'amount_due'), notAnInteger(amountDue));
  const amountPaid = value.amount_paid;
  if (amountPaid === undefined) {
    report(issues, inside(at, 'amount_paid'), 'is missing');
  } else if (typeof amountPaid !== 'number') {
    report(issues, inside(at, 'amount_paid'), 'must be a number');
  } else if (!Number.isSafeInteger(amountPaid)) report(issues, inside(at, 'amount_paid'), notAnInteger(amountPaid));
  const amountRemaining = value.amount_remaining;
  if (amountRemaining === undefined) {
    report(issues, inside(at, 'amount_remaining'), 'is missing');
  } else if (typeof amountRemaining !== 'number') {
    report(issues, inside(at, 'amount_remaining'), 'must be a number');
  } else if (!Number.isSafeInteger(amountRemaining))
    report(issues, inside(at, 'amount_remaining'), notAnInteger(amountRemaining));
  const collectionMethod = value.collection_method;
  if (collectionMethod === undefined) {
    report(issues, inside(at, 'collection_method'), 'is missing');
  } else if (typeof collectionMethod !== 'string') report(issues, inside(at, 'collection_method'), 'must be a string');
  const created = value.created;
  if (created === undefined) {
    report(issues, inside(at, 'created'), 'is missing');
  } else if (typeof created !== 'number') {
    report(issues, inside(at, 'created'), 'must be a number');
  } else if (!Number.isSafeInteger(created)) report(issues, inside(at, 'created'), notAnInteger(created));
  const currency = value.currency;
  if (currency === undefined) {
    report(issues, inside(at, 'currency'), 'is missing');
  } else if (typeof currency !== 'string') report(issues, inside(at, 'currency'), 'must be a string');
  const customer = value.customer;
  if (customer === undefined) {
    report(issues, inside(at, 'customer'), 'is missing');
  } else if (typeof customer !== 'string') report(issues, inside(at, 'customer'), 'must be a string');
  const customerEmail = value.customer_email;
  if (customerEmail === undefined) {
    report(issues, inside(at, 'customer_email'), 'is missing');
  } else if (customerEmail !== null && typeof customerEmail !== 'string')
    report(issues, inside(at, 'customer_email'), 'must be a string or null');
  const dueDate = value.due_date;
  if (dueDate === undefined) {
    report(issues, inside(at, 'due_date'), 'is missing');
  } else if (typeof dueDate === 'number') {
    if (!Number.isSafeInteger(dueDate)) report(issues, inside(at, 'due_date'), notAnInteger(dueDate));
  } else if (dueDate !== null) report(issues, inside(at, 'due_date'), 'must be a number or null');
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  const lines = value.lines;
  if (lines === undefined) {
    report(issues, inside(at, 'lines'), 'is missing');
  } else {
    checkInvoiceLines(lines, inside(at, 'lines'), issues);
  }
  const livemode = value.livemode;
  if (livemode === undefined) {
    report(issues, inside(at, 'livemode'), 'is missing');
  } else if (typeof livemode !== 'boolean') report(issues, inside(at, 'livemode'), 'must be true or false');
  const number = value.number;
  if (number === undefined) {
    report(issues, inside(at, 'number'), 'is missing');
  } else if (number !== null && typeof number !== 'string')
    report(issues, inside(at, 'number'), 'must be a string or null');
  const object = value.object;
  if (object === undefined) {
    report(issues, inside(at, 'object'), 'is missing');
  } else if (typeof object !== 'string') report(issues, inside(at, 'object'), 'must be a string');
  const periodEnd = value.period_end;
  if (periodEnd === undefined) {
    report(issues, inside(at, 'period_end'), 'is missing');
  } else if (typeof periodEnd !== 'number') {
    report(issues, inside(at, 'period_end'), 'must be a number');
  } else if (!Number.isSafeInteger(periodEnd)) report(issues, inside(at, 'period_end'), notAnInteger(periodEnd));
  const periodStart = value.period_start;
  if (periodStart === undefined) {
    report(issues, inside(at, 'period_start'), 'is missing');
  } else if (typeof periodStart !== 'number') {
    report(issues, inside(at, 'period_start'), 'must be a number');
  } else if (!Number.isSafeInteger(periodStart)) report(issues, inside(at, 'period_start'), notAnInteger(periodStart));
  const status = value.status;
  if (status === undefined) {
    report(issues, inside(at, 'status'), 'is missing');
  } else if (typeof status !== 'string') report(issues, inside(at, 'status'), 'must be a string');
  const subtotal = value.subtotal;
  if (subtotal === undefined) {
    report(issues, inside(at, 'subtotal'), 'is missing');
  } else if (typeof subtotal !== 'number') {
    report(issues, inside(at, 'subtotal'), 'must be a number');
  } else if (!Number.isSafeInteger(subtotal)) report(issues, inside(at, 'subtotal'), notAnInteger(subtotal));
  const total = value.total;
  if (total === undefined) {
    report(issues, inside(at, 'total'), 'is missing');
  } else if (typeof total !== 'number') {
    report(issues, inside(at, 'total'), 'must be a number');
  } else if (!Number.isSafeInteger(total)) report(issues, inside(at, 'total'), notAnInteger(total));
  return issues.length === before;
}

function checkInvoiceLines(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const data = value.data;
  if (data === undefined) {
    report(issues, inside(at, 'data'), 'is missing');
  } else if (!Array.isArray(data)) {
    report(issues, inside(at, 'data'), 'must be an array');
  } else {
    const place = inside(at, 'data');
    for (let index = 0; index < data.length; index += 1) {
      const item: unknown = data[index];
      checkInvoiceLinesDataItem(item, inside(place, index), issues);
    }
  }
  const hasMore = value.has_more;
  if (hasMore === undefined) {
    report(issues, inside(at, 'has_more'), 'is missing');
  } else if (typeof hasMore !== 'boolean') report(issues, inside(at, 'has_more'), 'must be true or false');
  const object = value.object;
  if (object === undefined) {
    report(issues, inside(at, 'object'), 'is missing');
  } else if (typeof object !== 'string') report(issues, inside(at, 'object'), 'must be a string');
  return issues.length === before;
}

function checkInvoiceLinesDataItem(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const amount = value.amount;
  if (amount === undefined) {
    report(issues, inside(at, 'amount'), 'is missing');
  } else if (typeof amount !== 'number') {
    report(issues, inside(at, 'amount'), 'must be a number');
  } else if (!Number.isSafeInteger(amount)) report(issues, inside(at, 'amount'), notAnInteger(amount));
  const currency = value.currency;
  if (currency === undefined) {
    report(issues, inside(at, 'currency'), 'is missing');
  } else if (typeof currency !== 'string') report(issues, inside(at, 'currency'), 'must be a string');
  const description = value.description;
  if (description === undefined) {
    report(issues, inside(at, 'description'), 'is missing');
  } else if (typeof description !== 'string') report(issues, inside(at, 'description'), 'must be a string');
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  const object = value.object;
  if (object === undefined) {
    report(issues, inside(at, 'object'), 'is missing');
  } else if (typeof object !== 'string') report(issues, inside(at, 'object'), 'must be a string');
  const price = value.price;
  if (price === undefined) {
    report(issues, inside(at, 'price'), 'is missing');
  } else {
    checkInvoiceLinesDataItemPrice(price, inside(at, 'price'), issues);
  }
  const quantity = value.quantity;
  if (quantity === undefined) {
    report(issues, inside(at, 'quantity'), 'is missing');
  } else if (typeof quantity !== 'number') {
    report(issues, inside(at, 'quantity'), 'must be a number');
  } else if (!Number.isSafeInteger(quantity)) report(issues, inside(at, 'quantity'), notAnInteger(quantity));
  const tax = value.tax;
  if (tax === undefined) {
    report(issues, inside(at, 'tax'), 'is missing');
  } else if (typeof tax !== 'number') {
    report(issues, inside(at, 'tax'), 'must be a number');
  } else if (!Number.isSafeInteger(tax)) report(issues, inside(at, 'tax'), notAnInteger(tax));
  return issues.length === before;
}

function checkInvoiceLinesDataItemPrice(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  const product = value.product;
  if (product === undefined) {
    report(issues, inside(at, 'product'), 'is missing');
  } else if (typeof product !== 'string') report(issues, inside(at, 'product'), 'must be a string');
  return issues.length === before;
}
