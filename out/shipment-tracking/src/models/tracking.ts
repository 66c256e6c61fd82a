import type { Issue } from '@flowright/runtime';
import { type Place, inside, isDateTime, isPlainObject, report, responseParser } from '@flowright/runtime/validate';

export interface Tracking {
  events: {
    at: string;
    code: 'PU' | 'IT' | 'OD' | 'DL' | 'EX';
    place?: string | null;
  }[];
  number: string;
}

export function checkTracking(value: unknown, at: Place, issues: Issue[]): value is Tracking {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const events = value.events;
  if (events === undefined) {
    report(issues, inside(at, 'events'), 'is missing');
  } else if (!Array.isArray(events)) {
    report(issues, inside(at, 'events'), 'must be an array');
  } else {
    const place = inside(at, 'events');
    for (let index = 0; index < events.length; index += 1) {
      const item: unknown = events[index];
      checkTrackingEventsItem(item, inside(place, index), issues);
    }
  }
  const number = value.number;
  if (number === undefined) {
    report(issues, inside(at, 'number'), 'is missing');
  } else if (typeof number !== 'string') report(issues, inside(at, 'number'), 'must be a string');
  return issues.length === before;
}

function checkTrackingEventsItem(value: unknown, at: Place, issues: Issue[]): boolean {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const at2 = value.at;
  if (at2 === undefined) {
    report(issues, inside(at, 'at'), 'is missing');
  } else if (typeof at2 !== 'string') {
    report(issues, inside(at, 'at'), 'must be a string');
  } else if (!isDateTime(at2))
    report(issues, inside(at, 'at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  const code = value.code;
  if (code === undefined) {
    report(issues, inside(at, 'code'), 'is missing');
  } else if (code !== 'PU' && code !== 'IT' && code !== 'OD' && code !== 'DL' && code !== 'EX')
    report(issues, inside(at, 'code'), 'must be "PU", "IT", "OD", "DL" or "EX"');
  const place = value.place;
  if (place !== undefined && place !== null && typeof place !== 'string')
    report(issues, inside(at, 'place'), 'must be a string or null');
  return issues.length === before;
}

export const parseTrackingResponse = responseParser('Tracking', checkTracking);
