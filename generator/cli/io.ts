/** A stream that may be a terminal. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** What the command line needs of the process that it runs in; tests give their own. */
export interface CliIo {
  /** Results go here, and nothing else with `--json`. */
  readonly stdout: Output;
  /** Progress and problems with the usage go here. */
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Calls the listener at the first Ctrl-C (or SIGTERM) from now on; returns what ends that. */
  readonly onInterrupt?: (listener: () => void) => () => void;
}

/** A command's surroundings. */
export interface CommandContext {
  readonly io: CliIo;
  readonly json: boolean;
}
