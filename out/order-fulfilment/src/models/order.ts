import type { Issue } from '@flowright/runtime';
import {
  type Place,
  inside,
  isDateTime,
  isPlainObject,
  notAnInteger,
  parser,
  report,
} from '@flowright/runtime/validate';
import { type Line, checkLine } from './line.ts';
import { type Tier, checkTier } from './tier.ts';

/** A paid order, as the shop sends it. */
export interface Order {
  country: string;
  customer: {
    id: number;
    name: string;
    tier: Tier;
  };
  /** Cents, off the order as a whole */
  discount: number;
  id: number;
  lines: Line[];
  number: string;
  placed_at: string;
  prices_include_tax: boolean;
}

export function checkOrder(value: unknown, at: Place, issues: Issue[]): value is Order {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const country = value.country;
  if (country === undefined) {
    report(issues, inside(at, 'country'), 'is missing');
  } else if (typeof country !== 'string') report(issues, inside(at, 'country'), 'must be a string');
  const customer = value.customer;
  if (customer === undefined) {
    report(issues, inside(at, 'customer'), 'is missing');
  } else {
    checkOrderCustomer(customer, inside(at, 'customer'), issues);
  }
  const discount = value.discount;
  if (discount === undefined) {
    report(issues, inside(at, 'discount'), 'is missing');
  } else if (typeof discount !== 'number') {
    report(issues, inside(at, 'discount'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(discount)) report(issues, inside(at, 'discount'), notAnInteger(discount));
    if (discount < 0) report(issues, inside(at, 'discount'), 'must be at least 0');
    if (discount > 100000000) report(issues, inside(at, 'discount'), 'must be at most 100000000');
  }
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'number') {
    report(issues, inside(at, 'id'), 'must be a number');
  } else if (!Number.isSafeInteger(id)) report(issues, inside(at, 'id'), notAnInteger(id));
  const lines = value.lines;
  if (lines === undefined) {
    report(issues, inside(at, 'lines'), 'is missing');
  } else if (!Array.isArray(lines)) {
    report(issues, inside(at, 'lines'), 'must be an array');
  } else {
    const place = inside(at, 'lines');
    for (let index = 0; index < lines.length; index += 1) {
      const item: unknown = lines[index];
      checkLine(item, inside(place, index), issues);
    }
  }
  const number = value.number;
  if (number === undefined) {
    report(issues, inside(at, 'number'), 'is missing');
  } else if (typeof number !== 'string') report(issues, inside(at, 'number'), 'must be a string');
  const placedAt = value.placed_at;
  if (placedAt === undefined) {
    report(issues, inside(at, 'placed_at'), 'is missing');
  } else if (typeof placedAt !== 'string') {
    report(issues, inside(at, 'placed_at'), 'must be a string');
  } else if (!isDateTime(placedAt))
    report(issues, inside(at, 'placed_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  const pricesIncludeTax = value.prices_include_tax;
  if (pricesIncludeTax === undefined) {
    report(issues, inside(at, 'prices_include_tax'), 'is missing');
  } else if (typeof pricesIncludeTax !== 'boolean')
    report(issues, inside(at, 'prices_include_tax'), 'must be true or false');
  return issues.length === before;
}

function checkOrderCustomer(value: unknown, at: Place, issues: Issue[]): boolean {
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
  const name = value.name;
  if (name === undefined) {
    report(issues, inside(at, 'name'), 'is missing');
  } else if (typeof name !== 'string') report(issues, inside(at, 'name'), 'must be a string');
  const tier = value.tier;
  if (tier === undefined) {
    report(issues, inside(at, 'tier'), 'is missing');
  } else {
    checkTier(tier, inside(at, 'tier'), issues);
  }
  return issues.length === before;
}

export const parseOrder = parser('Order', checkOrder);
