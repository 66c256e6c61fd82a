import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';
import { type PastOrder, checkPastOrder } from './past-order.ts';

export interface ListOrdersResponse {
  next?: string | null;
  orders: PastOrder[];
}

export function checkListOrdersResponse(value: unknown, at: Place, issues: Issue[]): value is ListOrdersResponse {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const next = value.next;
  if (next !== undefined && next !== null && typeof next !== 'string')
    report(issues, inside(at, 'next'), 'must be a string or null');
  const orders = value.orders;
  if (orders === undefined) {
    report(issues, inside(at, 'orders'), 'is missing');
  } else if (!Array.isArray(orders)) {
    report(issues, inside(at, 'orders'), 'must be an array');
  } else {
    const place = inside(at, 'orders');
    for (let index = 0; index < orders.length; index += 1) {
      const item: unknown = orders[index];
      checkPastOrder(item, inside(place, index), issues);
    }
  }
  return issues.length === before;
}

export const parseListOrdersResponse = responseParser('ListOrdersResponse', checkListOrdersResponse);
