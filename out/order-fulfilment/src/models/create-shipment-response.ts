import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';

export interface CreateShipmentResponse {
  reference: string;
}

export function checkCreateShipmentResponse(
  value: unknown,
  at: Place,
  issues: Issue[],
): value is CreateShipmentResponse {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const reference = value.reference;
  if (reference === undefined) {
    report(issues, inside(at, 'reference'), 'is missing');
  } else if (typeof reference !== 'string') report(issues, inside(at, 'reference'), 'must be a string');
  return issues.length === before;
}

export const parseCreateShipmentResponse = responseParser('CreateShipmentResponse', checkCreateShipmentResponse);
