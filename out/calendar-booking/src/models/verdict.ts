import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report } from '@flowright/runtime/validate';

export interface Verdict {
  decision: 'book' | 'displace' | 'decline';
  events: string[];
  reason: 'free' | 'won' | 'blocked' | 'tooMany' | 'invalid';
}

export function checkVerdict(value: unknown, at: Place, issues: Issue[]): value is Verdict {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const decision = value.decision;
  if (decision === undefined) {
    report(issues, inside(at, 'decision'), 'is missing');
  } else if (decision !== 'book' && decision !== 'displace' && decision !== 'decline')
    report(issues, inside(at, 'decision'), 'must be "book", "displace" or "decline"');
  const events = value.events;
  if (events === undefined) {
    report(issues, inside(at, 'events'), 'is missing');
  } else if (!Array.isArray(events)) {
    report(issues, inside(at, 'events'), 'must be an array');
  } else {
    for (let index = 0; index < events.length; index += 1) {
      const item: unknown = events[index];
      if (typeof item !== 'string') report(issues, inside(inside(at, 'events'), index), 'must be a string');
    }
  }
  const reason = value.reason;
  if (reason === undefined) {
    report(issues, inside(at, 'reason'), 'is missing');
  } else if (
    reason !== 'free' &&
    reason !== 'won' &&
    reason !== 'blocked' &&
    reason !== 'tooMany' &&
    reason !== 'invalid'
  )
    report(issues, inside(at, 'reason'), 'must be "free", "won", "blocked", "tooMany" or "invalid"');
  return issues.length === before;
}
