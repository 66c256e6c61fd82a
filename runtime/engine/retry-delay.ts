import type { RetryPolicy } from '../context/context.ts';

/** What applies where neither the step nor the system that failed says otherwise. */
export const defaultRetry: RetryPolicy = { attempts: 5, initialMs: 500, factor: 2, maxMs: 60_000 };

/**
 * How long to wait after `failures` failed tries, milliseconds: exponential backoff with full jitter, and never less than
 * what the provider asked for. `random` is in [0, 1).
 */
export function retryDelay(
  policy: RetryPolicy,
  failures: number,
  afterMs: number | undefined,
  random: () => number,
): number {
  const ceiling = Math.min(policy.maxMs, policy.initialMs * policy.factor ** (failures - 1));
  return Math.max(Math.ceil(afterMs ?? 0), Math.round(ceiling * random()));
}
