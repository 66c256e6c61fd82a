import type { RetryPolicy } from '../context/context.ts';
import type { Auth } from './auth/auth.ts';

export type { Auth } from './auth/auth.ts';

/** Where a value of the settings (environment) goes; `setting` is the name of an environment variable. */
export interface SettingRef {
  readonly setting: string;
  readonly default?: string;
  /** It need not be set. */
  readonly optional?: boolean;
}

/** What may be retried: a status, a class of statuses (`5xx`), or a failure of the network or the clock. */
export type RetryOn = number | `${1 | 2 | 3 | 4 | 5}xx` | 'network' | 'timeout';

export interface SystemRetry extends RetryPolicy {
  readonly on: readonly RetryOn[];
  /** The response header that says how long to wait: seconds or an HTTP date. */
  readonly respect?: string;
}

/** One external system as generated code declares it: plain data. Times in milliseconds. */
export interface SystemDefinition {
  readonly id: string;
  /** May hold `{variables}`; the setting `<ID>_BASE_URL` replaces it whole. */
  readonly baseUrl: string;
  readonly baseUrlSetting: string;
  readonly variables: Readonly<Record<string, SettingRef>>;
  readonly auth: Auth;
  /** Values may hold `{variables}` too. */
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly retry: SystemRetry;
  readonly rateLimit?: { readonly requests: number; readonly perMs: number };
}
