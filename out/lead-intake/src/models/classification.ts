import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, notAnInteger, report } from '@flowright/runtime/validate';

export interface Classification {
  points: number;
  topic: 'spam' | 'billing' | 'support' | 'partnership' | 'sales' | 'other';
  urgent: boolean;
}

export function checkClassification(value: unknown, at: Place, issues: Issue[]): value is Classification {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const points = value.points;
  if (points === undefined) {
    report(issues, inside(at, 'points'), 'is missing');
  } else if (typeof points !== 'number') {
    report(issues, inside(at, 'points'), 'must be a number');
  } else {
    if (!Number.isSafeInteger(points)) report(issues, inside(at, 'points'), notAnInteger(points));
    if (points < 0) report(issues, inside(at, 'points'), 'must be at least 0');
  }
  const topic = value.topic;
  if (topic === undefined) {
    report(issues, inside(at, 'topic'), 'is missing');
  } else if (
    topic !== 'spam' &&
    topic !== 'billing' &&
    topic !== 'support' &&
    topic !== 'partnership' &&
    topic !== 'sales' &&
    topic !== 'other'
  )
    report(issues, inside(at, 'topic'), 'must be "spam", "billing", "support", "partnership", "sales" or "other"');
  const urgent = value.urgent;
  if (urgent === undefined) {
    report(issues, inside(at, 'urgent'), 'is missing');
  } else if (typeof urgent !== 'boolean') report(issues, inside(at, 'urgent'), 'must be true or false');
  return issues.length === before;
}
