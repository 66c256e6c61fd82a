import type { Issue } from '@flowright/runtime';
import {
  type Place,
  codePointLength,
  inside,
  isDateTime,
  isPlainObject,
  notAnInteger,
  parser,
  report,
} from '@flowright/runtime/validate';

/** A Shopify order, as the orders/paid webhook delivers it: the fields that this integration relies on. */
export interface Order {
  contact_email?: string | null;
  created_at: string;
  currency: string;
  customer?: {
    email?: string | null;
    first_name?: string | null;
    id: number;
    last_name?: string | null;
    phone?: string | null;
  } | null;
  financial_status: 'pending' | 'authorized' | 'partially_paid' | 'paid' | 'partially_refunded' | 'refunded' | 'voided';
  /** Shopify's id of the order. */
  id: number;
  line_items: OrderLineItem[];
  /** What people call the order: #1001. */
  name: string;
  note?: string | null;
  shipping_address?: OrderAddress | null;
  /** Placed in test mode. */
  test?: boolean;
  /** Decimal text in the order's currency. */
  total_price: string;
}

export interface OrderLineItem {
  id: number;
  price: string;
  quantity: number;
  sku?: string | null;
  title: string;
}

export interface OrderAddress {
  city?: string | null;
  country_code?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  phone?: string | null;
}

const orderFinancialStatusValues: Set<unknown> = new Set([
  'pending',
  'authorized',
  'partially_paid',
  'paid',
  'partially_refunded',
  'refunded',
  'voided',
]);

const orderTotalPricePattern = /^\d+(\.\d+)?$/u;

export function checkOrder(value: unknown, at: Place, issues: Issue[]): value is Order {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const contactEmail = value.contact_email;
  if (contactEmail !== undefined && contactEmail !== null && typeof contactEmail !== 'string')
    report(issues, inside(at, 'contact_email'), 'must be a string or null');
  const createdAt = value.created_at;
  if (createdAt === undefined) {
    report(issues, inside(at, 'created_at'), 'is missing');
  } else if (typeof createdAt !== 'string') {
    report(issues, inside(at, 'created_at'), 'must be a string');
  } else if (!isDateTime(createdAt))
    report(issues, inside(at, 'created_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  const currency = value.currency;
  if (currency === undefined) {
    report(issues, inside(at, 'currency'), 'is missing');
  } else if (typeof currency !== 'string') {
    report(issues, inside(at, 'currency'), 'must be a string');
  } else {
    if (codePointLength(currency) < 3) report(issues, inside(at, 'currency'), 'must have at least 3 characters');
    if (currency.length > 3 && codePointLength(currency) > 3)
      report(issues, inside(at, 'currency'), 'must have at most 3 characters');
  }
  const customer = value.customer;
  if (customer !== undefined && customer !== null) checkOrderCustomer(customer, inside(at, 'customer'), issues);
  const financialStatus = value.financial_status;
  if (financialStatus === undefined) {
    report(issues, inside(at, 'financial_status'), 'is missing');
  } else if (!orderFinancialStatusValues.has(financialStatus))
    report(
      issues,
      inside(at, 'financial_status'),
      'must be "pending", "authorized", "partially_paid", "paid", "partially_refunded", "refunded" or "voided"',
    );
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'number') {
    report(issues, inside(at, 'id'), 'must be a number');
  } else if (!Number.isSafeInteger(id)) report(issues, inside(at, 'id'), notAnInteger(id));
  const lineItems = value.line_items;
  if (lineItems === undefined) {
    report(issues, inside(at, 'line_items'), 'is missing');
  } else if (!Array.isArray(lineItems)) {
    report(issues, inside(at, 'line_items'), 'must be an array');
  } else {
    const place = inside(at, 'line_items');
    for (let index = 0; index < lineItems.length; index += 1) {
      const item: unknown = lineItems[index];
      checkOrderLineItem(item, inside(place, index), issues);
    }
  }
  const name = value.name;
  if (name === undefined) {
    report(issues, inside(at, 'name'), 'is missing');
  } else if (typeof name !== 'string') report(issues, inside(at, 'name'), 'must be a string');
  const note = value.note;
  if (note !== undefined && note !== null && typeof note !== 'string')
    report(issues, inside(at, 'note'), 'must be a string or null');
  const shippingAddress = value.shipping_address;
  if (shippingAddress !== undefined) {
    if (isPlainObject(shippingAddress)) {
      checkOrderAddress(shippingAddress, inside(at, 'shipping_address'), issues);
    } else if (shippingAddress !== null) report(issues, inside(at, 'shipping_address'), 'must be an object or null');
  }
  const test = value.test;
  if (test !== undefined && typeof test !== 'boolean') report(issues, inside(at, 'test'), 'must be true or false');
  const totalPrice = value.total_price;
  if (totalPrice === undefined) {
    report(issues, inside(at, 'total_price'), 'is missing');
  } else if (typeof totalPrice !== 'string') {
    report(issues, inside(at, 'total_price'), 'must be a string');
  } else if (!orderTotalPricePattern.test(totalPrice))
    report(issues, inside(at, 'total_price'), 'must match the pattern ^\\d+(\\.\\d+)?$');
  return issues.length === before;
}

function checkOrderCustomer(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const email = value.email;
  if (email !== undefined && email !== null && typeof email !== 'string')
    report(issues, inside(at, 'email'), 'must be a string or null');
  const firstName = value.first_name;
  if (firstName !== undefined && firstName !== null && typeof firstName !== 'string')
    report(issues, inside(at, 'first_name'), 'must be a string or null');
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'number') {
    report(issues, inside(at, 'id'), 'must be a number');
  } else if (!Number.isSafeInteger(id)) report(issues, inside(at, 'id'), notAnInteger(id));
  const lastName = value.last_name;
  if (lastName !== undefined && lastName !== null && typeof lastName !== 'string')
    report(issues, inside(at, 'last_name'), 'must be a string or null');
  const phone = value.phone;
  if (phone !== undefined && phone !== null && typeof phone !== 'string')
    report(issues, inside(at, 'phone'), 'must be a string or null');
  return issues.length === before;
}

export function checkOrderLineItem(value: unknown, at: Place, issues: Issue[]): value is OrderLineItem {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'number') {
    report(issues, inside(at, 'id'), 'must be a number');
  } else if (!Number.isSafeInteger(id)) report(issues, inside(at, 'id'), notAnInteger(id));
  const price = value.price;
  if (price === undefined) {
    report(issues, inside(at, 'price'), 'is missing');
  } else if (typeof price !== 'string') report(issues, inside(at, 'price'), 'must be a string');
  const quantity = value.quantity;
  if (quantity === undefined) {
    report(issues, inside(at, 'quantity'), 'is missing');
  } else if (typeof quantity !== 'number') {
    report(issues, inside(at, 'quantity'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(quantity)) report(issues, inside(at, 'quantity'), notAnInteger(quantity));
    if (quantity < 0) report(issues, inside(at, 'quantity'), 'must be at least 0');
  }
  const sku = value.sku;
  if (sku !== undefined && sku !== null && typeof sku !== 'string')
    report(issues, inside(at, 'sku'), 'must be a string or null');
  const title = value.title;
  if (title === undefined) {
    report(issues, inside(at, 'title'), 'is missing');
  } else if (typeof title !== 'string') report(issues, inside(at, 'title'), 'must be a string');
  return issues.length === before;
}

export function checkOrderAddress(value: unknown, at: Place, issues: Issue[]): value is OrderAddress {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const city = value.city;
  if (city !== undefined && city !== null && typeof city !== 'string')
    report(issues, inside(at, 'city'), 'must be a string or null');
  const countryCode = value.country_code;
  if (countryCode !== undefined && countryCode !== null && typeof countryCode !== 'string')
    report(issues, inside(at, 'country_code'), 'must be a string or null');
  const firstName = value.first_name;
  if (firstName !== undefined && firstName !== null && typeof firstName !== 'string')
    report(issues, inside(at, 'first_name'), 'must be a string or null');
  const lastName = value.last_name;
  if (lastName !== undefined && lastName !== null && typeof lastName !== 'string')
    report(issues, inside(at, 'last_name'), 'must be a string or null');
  const phone = value.phone;
  if (phone !== undefined && phone !== null && typeof phone !== 'string')
    report(issues, inside(at, 'phone'), 'must be a string or null');
  return issues.length === before;
}

export const parseOrder = parser('Order', checkOrder);
