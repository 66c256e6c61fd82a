import type { Dispatcher } from 'undici';
import type { Settings } from '../../settings/settings.ts';
import type { SystemDefinition } from '../system.ts';
import type { TokenSource } from './token-cache.ts';
import type { TokenStore } from './token-store.ts';

/** What a scheme adds to one request. Read from the settings at send time and dropped after it. */
export interface Credentials {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
  /** Every text that must not appear in a message or a log. */
  readonly secrets: readonly string[];
  /** Headers that depend on the whole request: a signature. Asked for anew wherever the request changes. */
  readonly sign?: (request: SignedRequest) => Signed | Promise<Signed>;
  /** Says that the system refused (401): a token that was used is not used again. Absent: nothing would be different the next time. */
  readonly refused?: () => void;
}

/** Headers by their names; each replaces one that is there. */
export type Signed = Readonly<Record<string, string>>;

/** A request as it is about to be sent. */
export interface SignedRequest {
  readonly method: string;
  /** `https://host:port` */
  readonly origin: string;
  /** Percent-encoded. */
  readonly path: string;
  /** Without its `?`. */
  readonly search: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string | Uint8Array | undefined;
}

/** What schemes work with. */
export interface AuthContext {
  readonly system: SystemDefinition;
  readonly settings: Settings;
  readonly tenant: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly dispatcher: Pick<Dispatcher, 'dispatch'>;
  readonly signal: AbortSignal;
  readonly tokens: TokenSource;
  /** What outlives the process: refresh tokens that a system gave. */
  readonly store?: TokenStore | undefined;
  /** Told every secret that was not in the settings. */
  readonly learn: (secret: string) => void;
}

/** One way to authenticate. It may take its time, since some schemes fetch a token first. */
export type AuthScheme<A> = (auth: A, context: AuthContext) => Credentials | Promise<Credentials>;
