import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';
import { type Booking, checkBooking } from './booking.ts';

export interface ListEventsResponse {
  items: Booking[];
  nextPageToken?: string;
}

export function checkListEventsResponse(value: unknown, at: Place, issues: Issue[]): value is ListEventsResponse {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const items = value.items;
  if (items === undefined) {
    report(issues, inside(at, 'items'), 'is missing');
  } else if (!Array.isArray(items)) {
    report(issues, inside(at, 'items'), 'must be an array');
  } else {
    const place = inside(at, 'items');
    for (let index = 0; index < items.length; index += 1) {
      const item: unknown = items[index];
      checkBooking(item, inside(place, index), issues);
    }
  }
  const nextPageToken = value.nextPageToken;
  if (nextPageToken !== undefined && typeof nextPageToken !== 'string')
    report(issues, inside(at, 'nextPageToken'), 'must be a string');
  return issues.length === before;
}

export const parseListEventsResponse = responseParser('ListEventsResponse', checkListEventsResponse);
