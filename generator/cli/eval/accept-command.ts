import path from 'node:path';
import { paintFor } from '../../diagnostics/render/colour.ts';
import { accept } from '../../eval/baseline/accept.ts';
import { baselinePath, baselineText } from '../../eval/baseline/baseline-file.ts';
import { mayAccept } from '../../eval/gate/gate.ts';
import { terminalReport } from '../../eval/report/terminal.ts';
import type { EvalRun } from '../../eval/results.ts';
import { writeAtomically } from '../../write/write-atomically.ts';
import { failWith } from '../diagnostic-error.ts';
import type { CommandContext } from '../io.ts';
import { writeJson } from '../render/write-json.ts';
import { homes, openEvals, requirePromptfoo } from './eval-home.ts';
import type { AcceptOptions } from './eval-options.ts';
import { today } from './eval-parts.ts';
import { baselineOf, runEvals } from './run-evals.ts';

/** `flowright eval accept [specs…] --reason TEXT` */
export async function acceptCommand(
  specs: readonly string[],
  options: AcceptOptions,
  { io, json }: CommandContext,
): Promise<number> {
  if (options.reason.trim() === '')
    throw failWith('FR6001', { problem: '--reason says nothing', fix: 'say why the baseline moves' });
  requirePromptfoo(homes(io.cwd));
  const home = openEvals(io.cwd, process.env);
  try {
    const { runs } = await runEvals(home, specs, options, io);
    const files: string[] = [];
    let worst = 0;
    for (const run of runs) {
      const verdict = mayAccept(run);
      if (verdict.exitCode !== 0) {
        worst = Math.max(worst, verdict.exitCode);
        if (!json) io.stderr.write(terminalReport({ run, verdict }, paintFor(io.stderr), io.stderr.columns ?? 100));
        continue;
      }
      files.push(await move(run, options, io.cwd));
    }
    if (json) writeJson(io.stdout, { version: 1, baselines: files, accepted: files.length, of: runs.length });
    else for (const file of files) io.stdout.write(`wrote ${file}\n`);
    return worst;
  } finally {
    home.close();
  }
}

async function move(run: EvalRun, options: AcceptOptions, cwd: string): Promise<string> {
  const earlier = await baselineOf(run, options.baselines, cwd);
  const file = path.posix.join(options.baselines, baselinePath(run));
  const text = baselineText(accept(run, { reason: options.reason, date: today() }, earlier));
  await writeAtomically(path.resolve(cwd, file), text);
  return file;
}
