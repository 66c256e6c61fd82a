import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { accept, type Acceptance } from './baseline/accept.ts';
import type { Baseline, BaselineKey } from './baseline/baseline.ts';
import { loadBaseline, saveBaseline } from './baseline/baseline-store.ts';
import { gate, mayAccept } from './gate/gate.ts';
import type { Verdict } from './gate/verdict.ts';
import type { EvalRun } from './results.ts';
import { reportFiles } from './report/report-files.ts';
import type { ReportInput } from './report/view.ts';

export interface ConcludeOptions {
  /** The folder of baselines. */
  readonly baselines: string;
  /** Which baseline to compare with; nothing is compared where it is absent. */
  readonly compare?: BaselineKey;
  readonly level?: number;
}

/** Judges a run beside the baseline that was asked for. One whose file cannot be trusted is a wrong configuration. */
export async function concludeRun(run: EvalRun, { baselines, compare, level }: ConcludeOptions): Promise<ReportInput> {
  const options = { compare: compare !== undefined, ...(level !== undefined && { level }) };
  const found = compare === undefined ? undefined : await loadBaseline(baselines, compare);
  if (found === undefined) return { run, verdict: gate(run, options) };
  if (!('reason' in found)) return { run, baseline: found, verdict: gate(run, { ...options, baseline: found }) };
  const broken: EvalRun = { ...run, errors: [...run.errors, { kind: 'configuration', message: found.reason }] };
  return { run: broken, verdict: gate(broken, { ...options, compare: false }) };
}

export type AcceptedRun =
  | { readonly accepted: true; readonly baseline: Baseline; readonly file: string }
  /** What was asked for was not measured, or the baseline that is there cannot be read. */
  | { readonly accepted: false; readonly verdict: Verdict };

/** Makes a run the baseline of its prompt and model, after those before it. */
export async function acceptRun(run: EvalRun, folder: string, acceptance: Acceptance): Promise<AcceptedRun> {
  const earlier = await loadBaseline(folder, run);
  const broken = earlier !== undefined && 'reason' in earlier;
  const errors = broken ? [...run.errors, { kind: 'configuration' as const, message: earlier.reason }] : run.errors;
  const verdict = mayAccept({ ...run, errors });
  if (verdict.exitCode !== 0) return { accepted: false, verdict };
  const baseline = accept(run, acceptance, broken ? undefined : earlier);
  return { accepted: true, baseline, file: await saveBaseline(folder, baseline) };
}

/** Writes every report into a folder; returns the files. */
export async function writeReports(input: ReportInput, folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const files = await reportFiles(input);
  return await Promise.all(
    files.map(async ({ name, text }) => {
      const file = path.join(folder, name);
      await writeFile(file, text);
      return file;
    }),
  );
}
