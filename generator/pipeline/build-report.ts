import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { StageName } from './progress.ts';

/** What a build did. */
export interface BuildReport {
  readonly integrations: readonly BuiltIntegration[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** How many spec files were found. */
  readonly specs: number;
  /** Milliseconds spent in each stage. */
  readonly timings: Readonly<Partial<Record<StageName, number>>>;
}

/** One integration that was written; paths are relative to its folder. */
export interface BuiltIntegration {
  readonly name: string;
  readonly specFile: string;
  /** Absolute. */
  readonly outputDir: string;
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
  /** Gaps that nobody has filled yet. */
  readonly gaps: readonly string[];
}
