import { createHash } from 'node:crypto';

/**
 * The key that a step hands to an API: the same for every redelivery, retry and restart of one event. In the form of a
 * UUID (version 8), which is what the pickiest APIs take.
 */
export function idempotencyKey(tenant: string, eventId: string, workflow: string, step: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([tenant, eventId, workflow, step]))
    .digest('hex');
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
