import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';

export interface UpdateContactResponse {
  id: string;
}

export function checkUpdateContactResponse(value: unknown, at: Place, issues: Issue[]): value is UpdateContactResponse {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const id = value.id;
  if (id === undefined) {
    report(issues, inside(at, 'id'), 'is missing');
  } else if (typeof id !== 'string') report(issues, inside(at, 'id'), 'must be a string');
  return issues.length === before;
}

export const parseUpdateContactResponse = responseParser('UpdateContactResponse', checkUpdateContactResponse);
