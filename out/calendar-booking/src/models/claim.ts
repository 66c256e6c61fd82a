import type { Issue } from '@flowright/runtime';
import { type Place, inside, isDateTime, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

/** Who wants which time, how much, and since when. */
export interface Claim {
  end: string;
  id: string;
  organiser: string;
  priority: number;
  requested_at: string;
  start: string;
}

export function checkClaim(value: unknown, at: Place, issues: Issue[]): value is Claim {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const end = value.end;
  if (end === undefined) {
    report(issues, inside(at, 'end'), 'is missing');
  } else if (typeof end !== 'string') {
    report(issues, inside(at, 'end'), 'must be a string');
  } else if (!isDateTime(end))
    report(issues, inside(at, 'end'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  const organiser = value.organiser;
  if (organiser === undefined) {
    report(issues, inside(at, 'organiser'), 'is missing');
  } else if (typeof organiser !== 'string') report(issues, inside(at, 'organiser'), 'must be a string');
  const priority = value.priority;
  if (priority === undefined) {
    report(issues, inside(at, 'priority'), 'is missing');
  } else if (typeof priority !== 'number') {
    report(issues, inside(at, 'priority'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(priority)) report(issues, inside(at, 'priority'), notAnInteger(priority));
    if (priority < 1) report(issues, inside(at, 'priority'), 'must be at least 1');
    if (priority > 5) report(issues, inside(at, 'priority'), 'must be at most 5');
  }
  const requestedAt = value.requested_at;
  if (requestedAt === undefined) {
    report(issues, inside(at, 'requested_at'), 'is missing');
  } else if (typeof requestedAt !== 'string') {
    report(issues, inside(at, 'requested_at'), 'must be a string');
  } else if (!isDateTime(requestedAt))
    report(issues, inside(at, 'requested_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  const start = value.start;
  if (start === undefined) {
    report(issues, inside(at, 'start'), 'is missing');
  } else if (typeof start !== 'string') {
    report(issues, inside(at, 'start'), 'must be a string');
  } else if (!isDateTime(start))
    report(issues, inside(at, 'start'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  return issues.length === before;
}
