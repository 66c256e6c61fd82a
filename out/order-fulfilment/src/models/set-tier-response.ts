import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report, responseParser } from '@flowright/runtime/validate';

export interface SetTierResponse {
  id: number;
}

export function checkSetTierResponse(value: unknown, at: Place, issues: Issue[]): value is SetTierResponse {
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
  return issues.length === before;
}

export const parseSetTierResponse = responseParser('SetTierResponse', checkSetTierResponse);
