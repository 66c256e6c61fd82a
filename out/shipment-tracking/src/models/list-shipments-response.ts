import type { Issue } from '@flowright/runtime';
import { type Place, inside, report, responseParser } from '@flowright/runtime/validate';
import { type Shipment, checkShipment } from './shipment.ts';

export type ListShipmentsResponse = Shipment[];

export function checkListShipmentsResponse(value: unknown, at: Place, issues: Issue[]): value is ListShipmentsResponse {
  const before = issues.length;
  if (!Array.isArray(value)) {
    return report(issues, at, 'must be an array');
  }
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    checkShipment(item, inside(at, index), issues);
  }
  return issues.length === before;
}

export const parseListShipmentsResponse = responseParser('ListShipmentsResponse', checkListShipmentsResponse);
