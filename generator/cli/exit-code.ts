import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What the command line's exit codes mean; `--help` lists them. */
export const EXIT = {
  ok: 0,
  /** What was asked for failed: the run of `dev --once`, a criterion of `test`, the share of `mutate`, a gap that was to be filled. */
  failed: 1,
  /** The spec, the usage or the configuration is wrong. */
  wrong: 2,
  /** I/O, network, a port that is taken. */
  infrastructure: 3,
  internal: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Problems that no change of a spec or of the usage would solve. */
const infrastructure: ReadonlySet<string> = new Set([
  'FR1003',
  'FR1004',
  'FR4002',
  'FR5004',
  'FR6010',
  'FR6013',
  'FR7402',
  'FR7408',
  'FR7410',
  'FR8001',
]);
/** A model that could not be asked, and a reply that is not recorded. */
const ASKING = /^FR73[012]\d$/;
/** Gaps that could not be filled: nothing is wrong with the spec. */
const failed: ReadonlySet<string> = new Set(['FR7404', 'FR7405', 'FR7406']);
const internal: ReadonlySet<string> = new Set(['FR4001']);

/** The exit code that diagnostics lead to: the gravest decides, warnings lead to none. */
export function exitCodeOf(diagnostics: readonly Pick<Diagnostic, 'code' | 'severity'>[]): ExitCode {
  const errors = diagnostics.filter((one) => one.severity === 'error').map((one) => one.code);
  if (errors.some((code) => code.startsWith('FR9') || internal.has(code))) return EXIT.internal;
  if (errors.some((code) => infrastructure.has(code) || ASKING.test(code))) return EXIT.infrastructure;
  if (errors.some((code) => !failed.has(code))) return EXIT.wrong;
  return errors.length > 0 ? EXIT.failed : EXIT.ok;
}
