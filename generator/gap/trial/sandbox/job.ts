/** A file to load in a VM of its own, and what to call its function with. Plain data: it goes to a worker. */
export interface SandboxJob {
  /** TypeScript of erasable syntax: an ES module that imports nothing but `@flowright/runtime/logic`. */
  readonly file: string;
  readonly functionName: string;
  /** JSON texts. */
  readonly inputs: readonly string[];
  /** Time zone of the IANA database that the VM is in. */
  readonly zone: string;
  /** What the clock says all the time, in milliseconds since 1970; it seeds `Math.random` too. */
  readonly clock: number;
}

/** What a call came to. No text of it is longer than a few hundred characters, but for `json`. */
export type Outcome = { readonly kind: 'value'; readonly json: string } | Fault;

export type Fault =
  /** `TypeError: not a function` */
  | { readonly kind: 'threw'; readonly what: string }
  /** The result is no JSON: `$.total is NaN`. */
  | { readonly kind: 'unfit'; readonly what: string };

export interface SandboxReport {
  /** Why the file could not be loaded; there are no outcomes then. */
  readonly load?: Fault;
  /** By input; none where the worker was killed. */
  readonly outcomes: readonly Outcome[];
  /** The VM was stopped, and with it the whole job. */
  readonly stopped?: Stopped;
}

/**
 * `time`: its deadline came. `killed`: it did not heed the deadline. `memory`: nothing was left to go on with. `crashed`: the
 * engine broke down.
 */
export interface Stopped {
  readonly why: 'time' | 'killed' | 'memory' | 'crashed';
  /** Index of the input, or -1 for the loading of the file. */
  readonly at: number;
}

/** What the worker is started with. */
export interface WorkerStart {
  /** Counts the calls that were begun, so that one that hangs can be told from many that are quick. */
  readonly progress: SharedArrayBuffer;
  readonly limits: Limits;
}

export interface Limits {
  /** Milliseconds for loading the file, and for each call. */
  readonly deadline: number;
  /** Milliseconds for a whole job. */
  readonly total: number;
  /** Milliseconds without progress after which the worker is terminated. */
  readonly kill: number;
  /**
   * The body finds all that the engine has, `eval`, `Proxy` and typed arrays among it, and may change what is built in: for
   * tests of the walls themselves.
   */
  readonly everything: boolean;
}

/** What the worker says: that it is there, or how its job ended. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'report'; readonly report: SandboxReport; readonly grown: boolean }
  /** The job could not be done for reasons that are not its file's. */
  | { readonly kind: 'broken'; readonly message: string };
