import type { Json } from '../../context/json.ts';
import type { Logger } from '../../context/logger.ts';
import type { Redactor } from '../../settings/redactor.ts';
import type { Clock } from '../clock.ts';
import type { StepTransport } from './host.ts';

/** How an embedded engine is set up. Times in milliseconds. */
export interface EmbeddedOptions {
  /** The database file; `:memory:` keeps nothing. */
  readonly file: string;
  readonly transport: StepTransport;
  readonly log?: Logger;
  readonly redactor?: Redactor;
  readonly clock?: Clock;
  /** For the jitter of retries; in [0, 1). */
  readonly random?: () => number;
  /** The values of the connection; `{}` where absent. */
  readonly metadata?: Json;
  /** The values of the systems' variables, by the names of their settings; none where absent. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Runs that execute at once; 64 where absent. */
  readonly concurrency?: number;
  /** Unfinished runs beyond which new events are refused; 1000 where absent. */
  readonly maxUnfinished?: number;
  /** For whom schedules fire; the one default tenant where absent. */
  readonly tenants?: readonly string[];
  /** False: no schedule fires by itself. */
  readonly schedules?: boolean;
  /** How long completed runs are kept; 7 days where absent. Failed ones are kept until they are pruned by hand. */
  readonly keepCompletedMs?: number;
}

export { DEFAULT_TENANT } from '../../context/default-tenant.ts';
export const DEFAULT_CONCURRENCY = 64;
export const DEFAULT_MAX_UNFINISHED = 1000;
export const DAY_MS = 86_400_000;
export const DEFAULT_KEEP_MS = 7 * DAY_MS;
