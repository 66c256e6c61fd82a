import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report, responseParser } from '@flowright/runtime/validate';

export interface Shipment {
  id: number;
  status: 'shipped' | 'in_transit' | 'delivered' | 'lost';
  tracking_number: string;
}

export function checkShipment(value: unknown, at: Place, issues: Issue[]): value is Shipment {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'number') {
    report(issues, inside(at, 'id'), 'must be a number');
  } else if (!Number.isSafeInteger(id)) report(issues, inside(at, 'id'), notAnInteger(id));
  const status = value.status;
  if (status === undefined) {
    report(issues, inside(at, 'status'), 'is missing');
  } else if (status !== 'shipped' && status !== 'in_transit' && status !== 'delivered' && status !== 'lost')
    report(issues, inside(at, 'status'), 'must be "shipped", "in_transit", "delivered" or "lost"');
  const trackingNumber = value.tracking_number;
  if (trackingNumber === undefined) {
    report(issues, inside(at, 'tracking_number'), 'is missing');
  } else if (typeof trackingNumber !== 'string') report(issues, inside(at, 'tracking_number'), 'must be a string');
  return issues.length === before;
}

export const parseShipmentResponse = responseParser('Shipment', checkShipment);
