import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { FileChange } from '../write/file-change.ts';
import { compareOutput } from '../write/write-output.ts';
import { openGaps, type GapReport } from './gap-report.ts';
import { makeOutputs, type MadeOutputs, type MakeOptions } from './make-outputs.ts';
import type { Output } from './output.ts';
import { specChanges, type SpecChange } from './spec-changes.ts';
import { readSnapshot, snapshotName, specSnapshot } from './spec-snapshot.ts';
import { writeOptions } from './write-options.ts';

/** What a build would do. */
export interface CompareReport extends Omit<MadeOutputs, 'outputs'> {
  readonly integrations: readonly ComparedIntegration[];
}

/** What a build would do to one integration. */
export interface ComparedIntegration {
  readonly name: string;
  readonly specFile: string;
  /** Absolute. */
  readonly outputDir: string;
  readonly changes: readonly FileChange[];
  /** How the spec differs from the one that the output was built from; undefined where that one is not known. */
  readonly specChanges: readonly SpecChange[] | undefined;
  /** Gaps that are not ok: calling one fails. */
  readonly gaps: readonly GapReport[];
}

/** Diagnostics of `build` that are differences here. */
const DIFFERENCES: ReadonlySet<string> = new Set(['FR5001', 'FR5002', 'FR5006']);

/** Compares what specs build with what stands in the output folder. Writes nothing there; throws nothing for a user's mistake. */
export async function compareSpecs(inputs: readonly string[], options: MakeOptions): Promise<CompareReport> {
  const { outputs, ...made } = await makeOutputs(inputs, options);
  const integrations: ComparedIntegration[] = [];
  const diagnostics: Diagnostic[] = [...made.diagnostics];
  for (const output of outputs) {
    const { plan } = await compareOutput(output.outputDir, output.files, writeOptions(output, options.cwd));
    const problems = plan.diagnostics.filter(({ code }) => !DIFFERENCES.has(code));
    diagnostics.push(...problems);
    if (problems.length === 0) integrations.push(await compared(output, plan.changes, plan.ejected));
  }
  return { ...made, integrations, diagnostics: sortDiagnostics(diagnostics) };
}

async function compared(
  output: Output,
  changes: readonly FileChange[],
  ejected: readonly string[],
): Promise<ComparedIntegration> {
  const { plan, checked, outputDir } = output;
  const text = await readFile(path.join(outputDir, snapshotName), 'utf8').catch(() => '');
  const before = readSnapshot(text);
  return {
    name: plan.name,
    specFile: checked.loaded.file,
    outputDir,
    changes,
    specChanges: before && specChanges(before, specSnapshot(checked.loaded)),
    gaps: openGaps(output, ejected),
  };
}
