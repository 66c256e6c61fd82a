import { FatalError } from '../context/errors.ts';
import type { Logger } from '../context/logger.ts';
import type { Settings } from '../settings/settings.ts';
import type { AuthContext } from './auth/scheme.ts';
import { TokenCache, type TokenSource } from './auth/token-cache.ts';
import { memoryTokenStore, type TokenStore } from './auth/token-store.ts';
import { createAgents } from './agents.ts';
import { resolveBaseUrl } from './base-url.ts';
import { fillTemplate } from './fill-template.ts';
import { type HeaderBag, setHeader } from './header-bag.ts';
import { createRateLimits } from './rate-limits.ts';
import { sendRequest, type SendingStep } from './send-request.ts';
import type { SystemDefinition } from './system.ts';
import type { Transport } from './transport.ts';
import type { SystemBasis } from './wire-request.ts';

export interface TransportOptions {
  readonly settings: Settings;
  readonly log: Logger;
  /** The time, epoch milliseconds, against which a `Retry-After` date is read. */
  readonly now?: () => number;
  /** A response that is larger, as sent or once decoded, is refused. 32 MiB where absent. */
  readonly maxResponseBytes?: number;
  /** Where refresh tokens are kept that a system gives; in memory alone where absent. */
  readonly tokenStore?: TokenStore;
  /** Where access tokens come from, in place of the systems: for a run against what gives none. */
  readonly tokens?: TokenSource;
  /** Told every token that a system gives, so that it can be masked. */
  readonly learnSecret?: (secret: string) => void;
}

/** Sends for every step of a process: one connection pool, one set of rate limits. */
export interface TransportPool {
  forStep(step: SendingStep): Transport;
  /** Refuses who waits for a rate limit, lets what is under way end (each has its timeout), then closes the connections. */
  close(): Promise<void>;
}

export function createTransport(options: TransportOptions): TransportPool {
  const agents = createAgents(options.settings);
  const tokens = options.tokens ?? new TokenCache();
  const tokenStore = options.tokenStore ?? memoryTokenStore();
  const now = options.now ?? Date.now;
  const limits = createRateLimits();
  const bases = new WeakMap<SystemDefinition, Map<string, SystemBasis>>();
  const underway = new Set<Promise<unknown>>();
  const pool = {
    dispatcherOf: agents.of,
    limits,
    authContext: (system: SystemDefinition, { tenant, signal }: SendingStep): AuthContext => ({
      system,
      settings: options.settings,
      tenant,
      signal,
      now,
      dispatcher: agents.of(system),
      tokens,
      store: tokenStore,
      learn: (secret) => options.learnSecret?.(secret),
    }),
    log: options.log,
    now,
    maxResponseBytes: options.maxResponseBytes ?? 32 * 1024 * 1024,
    basisOf(system: SystemDefinition, baseUrl = system.baseUrl): SystemBasis {
      const known = bases.get(system) ?? new Map<string, SystemBasis>();
      bases.set(system, known);
      const basis = known.get(baseUrl) ?? {
        base: resolveBaseUrl(system, options.settings, baseUrl),
        headers: systemHeaders(system, options.settings),
      };
      known.set(baseUrl, basis);
      return basis;
    },
  };
  let closing: Promise<void> | undefined;
  return {
    forStep(step) {
      // A step that sends twice means two things: each gets its own key, the same on every try of the step.
      let keysUsed = 0;
      return {
        send(system, request) {
          if (closing !== undefined) return Promise.reject(new FatalError('internal', 'the transport is closed'));
          const nextKey = (): string => {
            keysUsed += 1;
            return keysUsed > 1 ? `${step.idempotencyKey}-${keysUsed}` : step.idempotencyKey;
          };
          const sent = sendRequest(pool, step, nextKey, system, request);
          underway.add(sent);
          // `then` rather than `finally`: that would make a second promise that rejects.
          const forget = (): boolean => underway.delete(sent);
          sent.then(forget, forget);
          return sent;
        },
      };
    },
    close() {
      closing ??= (async () => {
        limits.close(new Error('the transport closes'));
        await Promise.allSettled(underway);
        await agents.close();
      })();
      return closing;
    },
  };
}

function systemHeaders(system: SystemDefinition, settings: Settings): HeaderBag {
  const headers: HeaderBag = new Map();
  for (const [name, value] of Object.entries(system.headers)) {
    setHeader(
      headers,
      name,
      fillTemplate(value, system, settings, (text) => text),
    );
  }
  return headers;
}
