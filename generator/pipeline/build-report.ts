import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FileChange } from '../write/file-change.ts';
import type { GapReport } from './gap-report.ts';
import type { StageName } from './progress.ts';

/** What a build did. */
export interface BuildReport {
  readonly integrations: readonly BuiltIntegration[];
  /** What was not written because of files that are not the generator's to overwrite. */
  readonly refused: readonly RefusedOutput[];
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
  /** Files that belong to the user. */
  readonly ejected: readonly string[];
  /** Gaps that are not ok: calling one fails. */
  readonly gaps: readonly GapReport[];
}

/** The files that kept an integration from being written. */
export interface RefusedOutput {
  readonly name: string;
  /** Absolute. */
  readonly outputDir: string;
  readonly changes: readonly FileChange[];
}
