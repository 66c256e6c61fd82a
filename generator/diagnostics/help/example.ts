/** How a diagnostic is brought about, and put right: made from the fixture that triggers it, by `npm run docs:diagnostics`. */
export interface Example {
  /** The command, as it is typed; or in words what happens. */
  readonly when: string;
  /** Exactly what is then shown. */
  readonly output: string;
  /** Lines of the spec that put it right: `- before`, `+ after`. */
  readonly change?: readonly string[];
}
