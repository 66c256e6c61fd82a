import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface CreateTaskRequest {
  contact_id: string;
  text: string;
}

export function checkCreateTaskRequest(value: unknown, at: Place, issues: Issue[]): value is CreateTaskRequest {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const contactId = value.contact_id;
  if (contactId === undefined) {
    report(issues, inside(at, 'contact_id'), 'is missing');
  } else if (typeof contactId !== 'string') report(issues, inside(at, 'contact_id'), 'must be a string');
  const text = value.text;
  if (text === undefined) {
    report(issues, inside(at, 'text'), 'is missing');
  } else if (typeof text !== 'string') report(issues, inside(at, 'text'), 'must be a string');
  return issues.length === before;
}
