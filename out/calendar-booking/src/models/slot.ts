import type { Issue } from '@flowright/runtime';
import { type Place, inside, isDateTime, isPlainObject, report } from '@flowright/runtime/validate';

export interface Slot {
  end: string;
  start: string;
}

export function checkSlot(value: unknown, at: Place, issues: Issue[]): value is Slot {
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
  const start = value.start;
  if (start === undefined) {
    report(issues, inside(at, 'start'), 'is missing');
  } else if (typeof start !== 'string') {
    report(issues, inside(at, 'start'), 'must be a string');
  } else if (!isDateTime(start))
    report(issues, inside(at, 'start'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  return issues.length === before;
}
