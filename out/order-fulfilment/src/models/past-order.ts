import type { Issue } from '@flowright/runtime';
import { type Place, inside, isDateTime, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

export interface PastOrder {
  placed_at: string;
  status: 'pending' | 'paid' | 'refunded' | 'cancelled';
  /** Cents */
  total: number;
}

export function checkPastOrder(value: unknown, at: Place, issues: Issue[]): value is PastOrder {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const placedAt = value.placed_at;
  if (placedAt === undefined) {
    report(issues, inside(at, 'placed_at'), 'is missing');
  } else if (typeof placedAt !== 'string') {
    report(issues, inside(at, 'placed_at'), 'must be a string');
  } else if (!isDateTime(placedAt))
    report(issues, inside(at, 'placed_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  const status = value.status;
  if (status === undefined) {
    report(issues, inside(at, 'status'), 'is missing');
  } else if (status !== 'pending' && status !== 'paid' && status !== 'refunded' && status !== 'cancelled')
    report(issues, inside(at, 'status'), 'must be "pending", "paid", "refunded" or "cancelled"');
  const total = value.total;
  if (total === undefined) {
    report(issues, inside(at, 'total'), 'is missing');
  } else if (typeof total !== 'number') {
    report(issues, inside(at, 'total'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(total)) report(issues, inside(at, 'total'), notAnInteger(total));
    if (total < 0) report(issues, inside(at, 'total'), 'must be at least 0');
    if (total > 100000000) report(issues, inside(at, 'total'), 'must be at most 100000000');
  }
  return issues.length === before;
}
