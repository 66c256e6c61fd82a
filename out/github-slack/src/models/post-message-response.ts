import type { Issue } from '@flowright/runtime';
import { type Place, inside, isPlainObject, report, responseParser } from '@flowright/runtime/validate';

export interface PostMessageResponse {
  channel?: string;
  error?: string;
  ok: boolean;
  ts?: string;
}

export function checkPostMessageResponse(value: unknown, at: Place, issues: Issue[]): value is PostMessageResponse {
  const before = issues.length;
  if (!isPlainObject(value)) {
    return report(issues, at, 'must be an object');
  }
  const channel = value.channel;
  if (channel !== undefined && typeof channel !== 'string') report(issues, inside(at, 'channel'), 'must be a string');
  const error = value.error;
  if (error !== undefined && typeof error !== 'string') report(issues, inside(at, 'error'), 'must be a string');
  const ok = value.ok;
  if (ok === undefined) {
    report(issues, inside(at, 'ok'), 'is missing');
  } else if (typeof ok !== 'boolean') report(issues, inside(at, 'ok'), 'must be true or false');
  const ts = value.ts;
  if (ts !== undefined && typeof ts !== 'string') report(issues, inside(at, 'ts'), 'must be a string');
  return issues.length === before;
}

export const parsePostMessageResponse = responseParser('PostMessageResponse', checkPostMessageResponse);
