import type { Trigger } from '@flowright/runtime';

/** Whether a trigger starts a run for such a body: it fits its model, and no filter holds it back. */
export function isTaken(
  trigger: Trigger<unknown> | undefined,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): boolean {
  if (trigger === undefined || trigger.kind === 'schedule') return true;
  try {
    const input = trigger.parse(body);
    return trigger.kind === 'manual' || trigger.filter?.(input, { headers, query: {}, path: trigger.path }) !== false;
  } catch {
    return false;
  }
}
