import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface DisplaceEventRequest {
  status: 'displaced';
}

export function checkDisplaceEventRequest(value: unknown, at: Place, issues: Issue[]): value is DisplaceEventRequest {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const status = value.status;
  if (status === undefined) {
    report(issues, inside(at, 'status'), 'is missing');
  } else if (status !== 'displaced') report(issues, inside(at, 'status'), 'must be "displaced"');
  return issues.length === before;
}
