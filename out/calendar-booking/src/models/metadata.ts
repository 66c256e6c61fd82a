import type { Issue } from '@flowright/runtime';
import { type Place, inside, isDate, isPlainObject, parser, report } from '@flowright/runtime/validate';

export interface Metadata {
  holidays?: string[];
}

export function checkMetadata(value: unknown, at: Place, issues: Issue[]): value is Metadata {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const holidays = value.holidays;
  if (holidays !== undefined) {
    if (!Array.isArray(holidays)) {
      report(issues, inside(at, 'holidays'), 'must be an array');
    } else {
      for (let index = 0; index < holidays.length; index += 1) {
        const item: unknown = holidays[index];
        if (typeof item !== 'string') {
          report(issues, inside(inside(at, 'holidays'), index), 'must be a string');
        } else if (!isDate(item)) report(issues, inside(inside(at, 'holidays'), index), 'must be a date (2026-07-31)');
      }
    }
  }
  return issues.length === before;
}

export const parseMetadata = parser('Metadata', checkMetadata);
