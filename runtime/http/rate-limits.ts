import { type Clock, monotonicClock, RateLimiter } from './rate-limiter.ts';
import type { SystemDefinition } from './system.ts';

/** Above this many tenants, limiters that hold nothing back are dropped. */
const sweepAt = 1024;

/** The limiters of a transport, one per system and tenant. They count this process's requests; replicas share nothing. */
export interface RateLimits {
  /** Resolves when the tenant may send to the system; rejects when the wait is called off by `signal` or `close`. */
  acquire(system: SystemDefinition, tenant: string, signal: AbortSignal): Promise<void> | undefined;
  /** Refuses who waits and who comes later. */
  close(reason: Error): void;
}

export function createRateLimits(clock: Clock = monotonicClock): RateLimits {
  const limiters = new Map<string, RateLimiter>();
  let closed: Error | undefined;
  return {
    acquire(system, tenant, signal) {
      if (system.rateLimit === undefined) return undefined;
      if (closed !== undefined) return Promise.reject(closed);
      const key = JSON.stringify([system.id, tenant]);
      let limiter = limiters.get(key);
      if (limiter === undefined) {
        if (limiters.size >= sweepAt) sweep(limiters);
        limiter = new RateLimiter(system.rateLimit, clock);
        limiters.set(key, limiter);
      }
      return limiter.acquire(signal);
    },
    close(reason) {
      closed = reason;
      for (const limiter of limiters.values()) limiter.close(reason);
    },
  };
}

function sweep(limiters: Map<string, RateLimiter>): void {
  for (const [key, limiter] of limiters) if (limiter.idle) limiters.delete(key);
}
