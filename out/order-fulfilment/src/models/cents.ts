import type { Issue } from '@flowright/runtime';
import { type Place, notAnInteger, report } from '@flowright/runtime/validate';

export type Cents = number;

export function checkCents(value: unknown, at: Place, issues: Issue[]): value is Cents {
  const before = issues.length;
  if (typeof value !== 'number') {
    return report(issues, at, 'must be a number');
  }
  if (!Number.isSafeInteger(value)) report(issues, at, notAnInteger(value));
  if (value < 0) report(issues, at, 'must be at least 0');
  return issues.length === before;
}
