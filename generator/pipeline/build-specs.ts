import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { writeOutput } from '../write/write-output.ts';
import type { BuildReport, BuiltIntegration, RefusedOutput } from './build-report.ts';
import { makeOutputs, type MakeOptions } from './make-outputs.ts';
import type { Output } from './output.ts';
import { unfilledGaps } from './unfilled-gaps.ts';
import { writeOptions } from './write-options.ts';

export interface BuildOptions extends MakeOptions {
  /** Overwrite what was edited by hand. */
  readonly force?: boolean;
}

/**
 * Builds specs: files, directories or globs. An integration whose spec has errors, or whose code does not type-check,
 * keeps its previous output; the others are built all the same. Nothing is thrown for a user's mistake.
 */
export async function buildSpecs(inputs: readonly string[], options: BuildOptions): Promise<BuildReport> {
  const made = await makeOutputs(inputs, options);
  options.progress?.stage('write', made.outputs.length);
  const started = performance.now();
  const { diagnostics, ...written } = await writeAll(made.outputs, options);
  return {
    ...written,
    diagnostics: sortDiagnostics([...made.diagnostics, ...diagnostics]),
    sources: made.sources,
    specs: made.specs,
    timings: { ...made.timings, write: performance.now() - started },
  };
}

async function writeAll(
  outputs: readonly Output[],
  { cwd, force }: BuildOptions,
): Promise<Pick<BuildReport, 'integrations' | 'refused' | 'diagnostics'>> {
  const integrations: BuiltIntegration[] = [];
  const refused: RefusedOutput[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const output of outputs) {
    const { plan, checked, outputDir, files } = output;
    const result = await writeOutput(outputDir, files, writeOptions(output, cwd, force));
    diagnostics.push(...result.diagnostics);
    if (result.refused.length > 0) refused.push({ name: plan.name, outputDir, changes: result.refused });
    if (hasErrors(result.diagnostics)) continue;
    const { written, unchanged, removed, ejected } = result;
    const gaps = unfilledGaps(plan, ejected);
    integrations.push({ name: plan.name, specFile: checked.loaded.file, outputDir, written, unchanged, removed, ejected, gaps });
  }
  return { integrations, refused, diagnostics };
}
