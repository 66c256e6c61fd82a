import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface Message {
  subject: string;
  text: string;
  to: string;
}

export function checkMessage(value: unknown, at: Place, issues: Issue[]): value is Message {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const subject = value.subject;
  if (subject === undefined) {
    report(issues, inside(at, 'subject'), 'is missing');
  } else if (typeof subject !== 'string') report(issues, inside(at, 'subject'), 'must be a string');
  const text = value.text;
  if (text === undefined) {
    report(issues, inside(at, 'text'), 'is missing');
  } else if (typeof text !== 'string') report(issues, inside(at, 'text'), 'must be a string');
  const to = value.to;
  if (to === undefined) {
    report(issues, inside(at, 'to'), 'is missing');
  } else if (typeof to !== 'string') report(issues, inside(at, 'to'), 'must be a string');
  return issues.length === before;
}
