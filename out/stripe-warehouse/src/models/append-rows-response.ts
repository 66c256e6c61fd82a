import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report, responseParser } from '@flowright/runtime/validate';

export interface AppendRowsResponse {
  accepted: number;
}

export function checkAppendRowsResponse(value: unknown, at: Place, issues: Issue[]): value is AppendRowsResponse {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const accepted = value.accepted;
  if (accepted === undefined) {
    report(issues, inside(at, 'accepted'), 'is missing');
  } else if (typeof accepted !== 'number') {
    report(issues, inside(at, 'accepted'), 'must be a number');
  } else if (!Number.isSafeInteger(accepted)) report(issues, inside(at, 'accepted'), notAnInteger(accepted));
  return issues.length === before;
}

export const parseAppendRowsResponse = responseParser('AppendRowsResponse', checkAppendRowsResponse);
