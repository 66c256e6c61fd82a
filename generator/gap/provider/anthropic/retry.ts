import { setTimeout } from 'node:timers/promises';
import type { Usage } from '../../lock/gap-lock.ts';
import type { Failure } from './failure.ts';

/** When and how often an attempt is repeated. */
export interface RetryOptions {
  /** Attempts after the first; 4 where it is absent. */
  readonly retries?: number | undefined;
  /** Waits this many milliseconds, or until the signal says stop. */
  readonly wait?: ((milliseconds: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** Told before each wait, so that a view can show why nothing happens. */
  readonly onRetry?: ((failure: Failure, milliseconds: number) => void) | undefined;
  /** Whether what one question has cost already leaves enough for another attempt; it does where this is absent. */
  readonly mayAskAgain?: ((spent: Usage, failure: Failure) => boolean) | undefined;
}

const RETRIES = 4;

/** Milliseconds; a server that wants more is not waited for. */
const LONGEST_WAIT = 120_000;

/** How long to wait before the attempt that follows this failure, the `tried`th; undefined where there is to be none. */
export function waitBefore(failure: Failure, tried: number, spent: Usage, options: RetryOptions): number | undefined {
  if (!failure.again || tried > (options.retries ?? RETRIES)) return undefined;
  if (options.mayAskAgain?.(spent, failure) === false) return undefined;
  const milliseconds = failure.wait ?? 1000 * 2 ** (tried - 1);
  return milliseconds > LONGEST_WAIT ? undefined : milliseconds;
}

/** Waits; comes back early, without an error, when it is stopped. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { ...(signal !== undefined && { signal }) }).catch(() => undefined);
}
