/**
 * Connections that were tried although replays stay on this machine: `evals/offline.cjs` has refused them, and keeps them in this
 * list. Empty where it is not there.
 */
export function offlineAttempts(): unknown[] {
  const guard: unknown = Reflect.get(globalThis, Symbol.for('flowright.offline'));
  const tried: unknown = typeof guard === 'object' && guard !== null && 'attempts' in guard ? guard.attempts : [];
  return Array.isArray(tried) ? tried : [];
}
