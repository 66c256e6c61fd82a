import type { Issue } from '@flowright/runtime';
import { type Place, inside, isDateTime, isPlainObject, report } from '@flowright/runtime/validate';

export interface ShipmentUpdate {
  delivered_at?: string;
  last_place?: string;
  last_seen_at?: string;
  status: 'shipped' | 'in_transit' | 'delivered' | 'lost';
}

export function checkShipmentUpdate(value: unknown, at: Place, issues: Issue[]): value is ShipmentUpdate {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const deliveredAt = value.delivered_at;
  if (deliveredAt !== undefined) {
    if (typeof deliveredAt !== 'string') {
      report(issues, inside(at, 'delivered_at'), 'must be a string');
    } else if (!isDateTime(deliveredAt))
      report(issues, inside(at, 'delivered_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  }
  const lastPlace = value.last_place;
  if (lastPlace !== undefined && typeof lastPlace !== 'string')
    report(issues, inside(at, 'last_place'), 'must be a string');
  const lastSeenAt = value.last_seen_at;
  if (lastSeenAt !== undefined) {
    if (typeof lastSeenAt !== 'string') {
      report(issues, inside(at, 'last_seen_at'), 'must be a string');
    } else if (!isDateTime(lastSeenAt))
      report(issues, inside(at, 'last_seen_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  }
  const status = value.status;
  if (status === undefined) {
    report(issues, inside(at, 'status'), 'is missing');
  } else if (status !== 'shipped' && status !== 'in_transit' && status !== 'delivered' && status !== 'lost')
    report(issues, inside(at, 'status'), 'must be "shipped", "in_transit", "delivered" or "lost"');
  return issues.length === before;
}
