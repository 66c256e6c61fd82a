import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface Message {
  channel: string;
  text: string;
  unfurl_links: boolean;
}

export function checkMessage(value: unknown, at: Place, issues: Issue[]): value is Message {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const channel = value.channel;
  if (channel === undefined) {
    report(issues, inside(at, 'channel'), 'is missing');
  } else if (typeof channel !== 'string') report(issues, inside(at, 'channel'), 'must be a string');
  const text = value.text;
  if (text === undefined) {
    report(issues, inside(at, 'text'), 'is missing');
  } else if (typeof text !== 'string') report(issues, inside(at, 'text'), 'must be a string');
  const unfurlLinks = value.unfurl_links;
  if (unfurlLinks === undefined) {
    report(issues, inside(at, 'unfurl_links'), 'is missing');
  } else if (typeof unfurlLinks !== 'boolean') report(issues, inside(at, 'unfurl_links'), 'must be true or false');
  return issues.length === before;
}
