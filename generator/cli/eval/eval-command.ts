import path from 'node:path';
import { paintFor } from '../../diagnostics/render/colour.ts';
import { gate } from '../../eval/gate/gate.ts';
import { terminalReport } from '../../eval/report/terminal.ts';
import type { ReportInput } from '../../eval/report/view.ts';
import { displayPath } from '../../diagnostics/display-path.ts';
import type { CommandContext } from '../io.ts';
import { writeDiagnostics } from '../render/write-diagnostics.ts';
import { writeJson } from '../render/write-json.ts';
import { BrokenSpecs } from './broken-specs.ts';
import { homes, openEvals, requirePromptfoo } from './eval-home.ts';
import type { EvalOptions } from './eval-options.ts';

/** `flowright eval [specs…]` */
export async function evalCommand(
  specs: readonly string[],
  options: EvalOptions,
  context: CommandContext,
): Promise<number> {
  const { io, json } = context;
  requirePromptfoo(homes(io.cwd));
  const home = openEvals(io.cwd, process.env);
  try {
    // Loaded only now: meanwhile the process of the tests begins.
    const { runEvals } = await import('./run-evals.ts');
    const { runs } = await runEvals(home, specs, options, io);
    const inputs: ReportInput[] = [];
    for (const run of runs) inputs.push(await judged(run, options, io.cwd));
    if (json) writeJson(io.stdout, { version: 1, runs: inputs.map(({ run, verdict }) => ({ run, verdict })) });
    else
      for (const input of inputs)
        io.stdout.write(
          `${terminalReport(input, paintFor(io.stdout), io.stdout.columns ?? 100, options.gate === true)}\n`,
        );
    await write(inputs, options, context);
    return exitCode(inputs, options);
  } catch (error) {
    if (!(error instanceof BrokenSpecs)) throw error;
    writeDiagnostics(error.diagnostics, context, error.sources);
    await write([{ run: error.run, verdict: gate(error.run, { compare: false }) }], options, context);
    return 2;
  } finally {
    home.close();
  }
}

async function write(inputs: readonly ReportInput[], options: EvalOptions, context: CommandContext): Promise<void> {
  const { io, json } = context;
  const { writeReports } = await import('./write-reports.ts');
  const written = await writeReports(inputs, options.report ?? [], path.resolve(io.cwd, options.out));
  if (!json) for (const file of written) io.stdout.write(`wrote ${displayPath(file, io.cwd)}\n`);
}

async function judged(run: ReportInput['run'], options: EvalOptions, cwd: string): Promise<ReportInput> {
  const { compare } = options;
  if (compare === undefined) return { run, verdict: gate(run, { compare: false }) };
  const { baselineOf, comparedPrompt } = await import('./run-evals.ts');
  const prompt = comparedPrompt(compare, run.prompt);
  const baseline = await baselineOf({ prompt, model: run.model }, options.baselines, cwd);
  const verdict = gate(run, { compare: true, against: prompt, ...(baseline !== undefined && { baseline }) });
  return { run, verdict, ...(baseline !== undefined && { baseline }) };
}

/** 2 before 3 before 1, as within a run; quality only counts where the gate was asked for. */
function exitCode(inputs: readonly ReportInput[], options: EvalOptions): number {
  const codes = inputs.map(({ verdict }) => verdict.exitCode);
  const found = [2, 3, 1].find((code) => codes.some((one) => one === code)) ?? 0;
  return found === 1 && options.gate !== true ? 0 : found;
}
