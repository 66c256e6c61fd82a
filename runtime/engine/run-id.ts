import { randomUUID } from 'node:crypto';

/** A UUID of version 7: ordered by time, so that lists and indexes stay in order of acceptance. */
export function newRunId(now: number): string {
  const time = now.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${randomUUID().slice(15)}`;
}
