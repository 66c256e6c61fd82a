import type { Reading } from './reading.ts';

/** A benchmark: it runs in a process of its own, and is loaded only there. */
export interface Suite {
  readonly name: string;
  /** Too long for every day: only with `--full`. */
  readonly isLong?: boolean;
  readonly run: () => Promise<readonly Reading[]>;
}

const KINDS = ['flat', 'nested', 'dates', 'lookups', 'aggregates'] as const;

export const SUITES: readonly Suite[] = [
  { name: 'emit', run: async () => (await import('./suites/emit.ts')).emitSuite() },
  { name: 'format', run: async () => (await import('./suites/format.ts')).formatSuite() },
  { name: 'verify', run: async () => (await import('./suites/verify.ts')).verifySuite() },
  { name: 'help', run: async () => (await import('./suites/help.ts')).helpSuite() },
  { name: 'rebuild', run: async () => (await import('./suites/rebuild.ts')).rebuildSuite() },
  ...KINDS.map((kind) => ({
    name: `mapping-${kind}`,
    run: async () => (await import('./suites/mapping.ts')).mappingSuite(kind),
  })),
  { name: 'validators', run: async () => (await import('./suites/validators.ts')).validatorsSuite() },
  { name: 'sandbox', run: async () => (await import('./suites/sandbox.ts')).sandboxSuite() },
  { name: 'gaps-verify', run: async () => (await import('./suites/gaps-verify.ts')).gapsVerifySuite() },
  { name: 'gap-tokens', run: async () => (await import('./suites/gap-tokens.ts')).gapTokensSuite() },
  { name: 'engine', run: async () => (await import('./suites/engine.ts')).engineSuite() },
  { name: 'thousand', isLong: true, run: async () => (await import('./suites/thousand.ts')).thousandSuite() },
];
