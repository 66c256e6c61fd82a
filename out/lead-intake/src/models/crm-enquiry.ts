import type { Issue } from '@flowright/runtime';
import { type Place, inside, isDateTime, isPlainObject, report } from '@flowright/runtime/validate';

export interface CrmEnquiry {
  contact_id: string;
  message: string;
  priority: 'high' | 'normal' | 'low';
  received_at: string;
  subject: string;
  topic: 'spam' | 'billing' | 'support' | 'partnership' | 'sales' | 'other';
}

export function checkCrmEnquiry(value: unknown, at: Place, issues: Issue[]): value is CrmEnquiry {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const contactId = value.contact_id;
  if (contactId === undefined) {
    report(issues, inside(at, 'contact_id'), 'is missing');
  } else if (typeof contactId !== 'string') report(issues, inside(at, 'contact_id'), 'must be a string');
  const message = value.message;
  if (message === undefined) {
    report(issues, inside(at, 'message'), 'is missing');
  } else if (typeof message !== 'string') report(issues, inside(at, 'message'), 'must be a string');
  const priority = value.priority;
  if (priority === undefined) {
    report(issues, inside(at, 'priority'), 'is missing');
  } else if (priority !== 'high' && priority !== 'normal' && priority !== 'low')
    report(issues, inside(at, 'priority'), 'must be "high", "normal" or "low"');
  const receivedAt = value.received_at;
  if (receivedAt === undefined) {
    report(issues, inside(at, 'received_at'), 'is missing');
  } else if (typeof receivedAt !== 'string') {
    report(issues, inside(at, 'received_at'), 'must be a string');
  } else if (!isDateTime(receivedAt))
    report(issues, inside(at, 'received_at'), 'must be a date and time with its offset (2026-07-31T12:00:00Z)');
  const subject = value.subject;
  if (subject === undefined) {
    report(issues, inside(at, 'subject'), 'is missing');
  } else if (typeof subject !== 'string') report(issues, inside(at, 'subject'), 'must be a string');
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
  return issues.length === before;
}
