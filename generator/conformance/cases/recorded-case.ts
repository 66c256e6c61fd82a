/** One recorded exchange with an API: what a client may ask, and what is answered. */
export interface Exchange {
  readonly method: string;
  /** With the base URL's path. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  /** Headers that the contract asks for, names in lower case; others do not matter. */
  readonly requestHeaders: Readonly<Record<string, string>>;
  /** Absent where none was sent, or none was recorded. */
  readonly requestBody?: unknown;
  readonly requestBodyMatch?: 'subset';
  readonly requestBodyContains?: readonly string[];
  /** `false`: a body was sent, but is not known. */
  readonly requestBodyRecorded?: boolean;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody?: unknown;
  readonly bodyEncoding?: 'json' | 'text' | 'base64';
}

/** Lists of records by model, in the order of saving or deleting. */
export type RecordsByModel = Readonly<Record<string, readonly unknown[]>>;

/** What an integration must lead to: the output of an action, or the records of a sync. */
export interface Expected {
  readonly output?: unknown;
  readonly saved?: RecordsByModel;
  readonly deleted?: RecordsByModel;
}

/** A recording with what the integration is given and what it must lead to. */
export interface RecordedCase {
  /** `provider__name`, the name of its folder. */
  readonly id: string;
  readonly kind: 'action' | 'sync';
  readonly input?: unknown;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Values of the variables of base URLs. */
  readonly connection: Readonly<Record<string, string>>;
  readonly exchanges: readonly Exchange[];
  readonly expected: Expected;
  /** Lines of the brief, where there is one. */
  readonly briefLines?: number;
}
