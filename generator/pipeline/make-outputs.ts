import path from 'node:path';
import type { CheckedIntegration } from '../check/checked-integration.ts';
import { hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatFiles } from '../format/format-files.ts';
import { planIntegration } from '../plan/plan-integration.ts';
import { ownFiles } from '../write/own-files.ts';
import { checkSpecs } from './check-specs.ts';
import { fillOutputs } from './fill-outputs.ts';
import type { Output } from './output.ts';
import { SILENT, type Progress, type StageName } from './progress.ts';
import { snapshotName, snapshotText, specSnapshot } from './spec-snapshot.ts';
import { verifyOutputs } from './verify-outputs.ts';

export interface MakeOptions {
  readonly cwd: string;
  /** The folder that holds one folder for each integration; relative to `cwd`. */
  readonly outDir: string;
  readonly progress?: Progress;
}

/** Outputs that are ready to be written, and what is to be said of all specs. */
export interface MadeOutputs {
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** How many spec files were found. */
  readonly specs: number;
  /** Milliseconds spent in each stage. */
  readonly timings: Readonly<Partial<Record<StageName, number>>>;
}

/** All stages up to the type check. Integrations with errors are left out. Writes nothing below the output folder. */
export async function makeOutputs(inputs: readonly string[], options: MakeOptions): Promise<MadeOutputs> {
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
  const outDir = path.resolve(cwd, options.outDir);
  const planned = await timed('plan', async () => report.integrations.map((checked) => planOutput(checked, outDir)));
  const filled = await timed('fill', () => fillOutputs(planned, cwd));
  // The emitter carries a TypeScript compiler, which takes longer to load than most checks take to run.
  const emitted = await timed('emit', async () => (count === 0 ? [] : await emitAll(filled.outputs)));
  const formatted = await timed('format', () => formatAll(emitted));
  const verified = await timed(
    'verify',
    async () => await verifyOutputs(await Promise.all(formatted.outputs.map(withOwnFiles)), cwd),
  );
  return {
    outputs: verified.outputs.map(withSnapshot),
    diagnostics: [...report.diagnostics, ...filled.diagnostics, ...formatted.diagnostics, ...verified.diagnostics],
    sources: new Map([...report.sources, ...filled.sources, ...verified.sources]),
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

async function formatAll(
  outputs: readonly Output[],
): Promise<{ readonly outputs: readonly Output[]; readonly diagnostics: readonly Diagnostic[] }> {
  const results = [];
  // One after the other: the files of one keep all cores busy, and what the formatter holds of all at once is gigabytes.
  for (const output of outputs) results.push({ output, result: await formatFiles(output.files) });
  return {
    outputs: results
      .filter(({ result }) => !hasErrors(result.diagnostics))
      .map(({ output, result }) => ({ ...output, files: result.files })),
    diagnostics: results.flatMap(({ result }) => result.diagnostics),
  };
}

async function withOwnFiles(output: Output): Promise<Output> {
  return { ...output, own: await ownFiles(output.outputDir, new Set(output.files.map(({ path: file }) => file))) };
}

function withSnapshot(output: Output): Output {
  const snapshot = { path: snapshotName, text: snapshotText(specSnapshot(output.checked.loaded)) };
  return { ...output, files: [...output.files, snapshot] };
}
