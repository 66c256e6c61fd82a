import path from 'node:path';
import type { CheckedIntegration } from '../check/checked-integration.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import type { OutputFile } from '../format/format-files.ts';
import { formatFiles } from '../format/format-files.ts';
import type { IntegrationPlan } from '../plan/ir/integration.ts';
import { planIntegration } from '../plan/plan-integration.ts';
import { writeOutput } from '../write/write-output.ts';
import type { BuildReport, BuiltIntegration } from './build-report.ts';
import { checkSpecs } from './check-specs.ts';
import { SILENT, type Progress, type StageName } from './progress.ts';
import { verifyOutputs } from './verify-outputs.ts';

export interface BuildOptions {
  readonly cwd: string;
  /** The folder that holds one folder for each integration; relative to `cwd`. */
  readonly outDir: string;
  /** Overwrite what was edited by hand. */
  readonly force?: boolean;
  readonly progress?: Progress;
}

/** One integration on its way through the stages. */
export interface Output {
  readonly checked: CheckedIntegration;
  readonly plan: IntegrationPlan;
  readonly outputDir: string;
  readonly files: readonly OutputFile[];
}

/**
 * Builds specs: files, directories or globs. An integration whose spec has errors, or whose code does not type-check,
 * keeps its previous output; the others are built all the same. Nothing is thrown for a user's mistake.
 */
export async function buildSpecs(inputs: readonly string[], options: BuildOptions): Promise<BuildReport> {
  const { cwd, progress = SILENT } = options;
  const timings: Partial<Record<StageName, number>> = {};
  let count = 0;
  const timed = async <T>(stage: StageName, work: () => Promise<T>): Promise<T> => {
    progress.stage(stage, count);
    const started = performance.now();
    const result = await work();
    timings[stage] = performance.now() - started;
    return result;
  };
  const report = await timed('check', () => checkSpecs(inputs, { cwd }));
  count = report.integrations.length;
  const planned = await timed('plan', async () => report.integrations.map((checked) => planOutput(checked, path.resolve(cwd, options.outDir))));
  // The emitter carries a TypeScript compiler, which takes longer to load than most checks take to run.
  const emitted = await timed('emit', async () => (count === 0 ? [] : await emitAll(planned)));
  const formatted = await timed('format', () => formatAll(emitted));
  const verified = await timed('verify', () => verifyOutputs(formatted.outputs));
  const built = await timed('write', () => writeAll(verified.outputs, options));
  return {
    integrations: built.integrations,
    diagnostics: sortDiagnostics([...report.diagnostics, ...formatted.diagnostics, ...verified.diagnostics, ...built.diagnostics]),
    sources: report.sources,
    specs: report.specs,
    timings,
  };
}

function planOutput(checked: CheckedIntegration, outDir: string): Output {
  const outputDir = path.join(outDir, checked.loaded.spec.name);
  return { checked, plan: planIntegration(checked, outputDir), outputDir, files: [] };
}

async function emitAll(outputs: readonly Output[]): Promise<readonly Output[]> {
  const { emitIntegration } = await import('../emit/emit-integration.ts');
  const emitted: Output[] = [];
  for (const output of outputs) emitted.push({ ...output, files: await emitIntegration(output.plan) });
  return emitted;
}

async function formatAll(outputs: readonly Output[]): Promise<{ readonly outputs: readonly Output[]; readonly diagnostics: readonly Diagnostic[] }> {
  const results = await Promise.all(outputs.map(async (output) => ({ output, result: await formatFiles(output.files) })));
  return {
    outputs: results.filter(({ result }) => !hasErrors(result.diagnostics)).map(({ output, result }) => ({ ...output, files: result.files })),
    diagnostics: results.flatMap(({ result }) => result.diagnostics),
  };
}

async function writeAll(outputs: readonly Output[], options: BuildOptions): Promise<{ readonly integrations: readonly BuiltIntegration[]; readonly diagnostics: readonly Diagnostic[] }> {
  const integrations: BuiltIntegration[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { checked, plan, outputDir, files } of outputs) {
    const notes = { spec: plan.specFile, specVersion: plan.version };
    const result = await writeOutput(outputDir, files, { cwd: options.cwd, force: options.force ?? false, notes });
    diagnostics.push(...result.diagnostics);
    if (hasErrors(result.diagnostics)) continue;
    const { written, unchanged, removed } = result;
    integrations.push({ name: plan.name, specFile: checked.loaded.file, outputDir, written, unchanged, removed, gaps: plan.logic.map((gap) => gap.id) });
  }
  return { integrations, diagnostics };
}
