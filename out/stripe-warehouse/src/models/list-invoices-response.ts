import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';
import { type Invoice, checkInvoice } from './invoice.ts';

export interface ListInvoicesResponse {
  data: Invoice[];
  has_more: boolean;
  object: string;
  url: string;
}

export function checkListInvoicesResponse(value: unknown, at: Place, issues: Issue[]): value is ListInvoicesResponse {
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
      checkInvoice(item, inside(place, index), issues);
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
  const url = value.url;
  if (url === undefined) {
    report(issues, inside(at, 'url'), 'is missing');
  } else if (typeof url !== 'string') report(issues, inside(at, 'url'), 'must be a string');
  return issues.length === before;
}

export const parseListInvoicesResponse = responseParser('ListInvoicesResponse', checkListInvoicesResponse);
