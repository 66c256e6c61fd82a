import type { Settings } from '../../settings/settings.ts';

/** What a scheme adds to one request. Read from the settings at send time and dropped after it. */
export interface Credentials {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
  /** Every text that must not appear in a message or a log. */
  readonly secrets: readonly string[];
}

/** One way to authenticate. It may take its time, since some schemes fetch a token first. */
export type AuthScheme<A> = (auth: A, settings: Settings) => Credentials | Promise<Credentials>;
