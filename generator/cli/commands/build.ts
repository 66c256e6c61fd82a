import { paintFor } from '../../diagnostics/render/colour.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import type { BuildReport } from '../../pipeline/build-report.ts';
import { buildSpecs } from '../../pipeline/build-specs.ts';
import { exitCodeOf } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { buildProgress } from '../render/build-progress.ts';
import { buildJson, renderBuild } from '../render/build-report.ts';
import { renderRefused } from '../render/refused.ts';
import { writeJson } from '../render/write-json.ts';

export interface BuildOptions {
  readonly out: string;
  readonly force?: boolean;
  /** False with --no-cache. */
  readonly cache?: boolean;
  /** Write nothing, fail where anything would change. */
  readonly frozen?: boolean;
  /** Build again whenever something changes. */
  readonly watch?: boolean;
}

/** `flowright build [specs…]` */
export async function buildCommand(
  specs: readonly string[],
  options: BuildOptions,
  context: CommandContext,
): Promise<number> {
  if (options.frozen === true)
    return await (await import('./build-frozen.ts')).frozenCommand(specs, options.out, context);
  if (options.watch === true)
    return await (await import('./build-watch.ts')).watchCommand(specs.length === 0 ? ['.'] : specs, options, context);
  const { stdout, cwd } = context.io;
  const report = await build(specs.length === 0 ? ['.'] : specs, options, context);
  if (context.json) writeJson(stdout, buildJson(report, cwd));
  else
    stdout.write(
      [
        renderHuman(report.diagnostics, { sources: report.sources, stream: stdout, width: stdout.columns ?? 100 }),
        renderRefused(report.refused, cwd, paintFor(stdout)),
        renderBuild(report, cwd, paintFor(stdout)),
      ]
        .filter((text) => text !== '')
        .join('\n'),
    );
  return exitCodeOf(report.diagnostics);
}

/** Builds with progress on standard error. */
export async function build(
  specs: readonly string[],
  { out, force = false, cache = true }: BuildOptions,
  context: CommandContext,
): Promise<BuildReport> {
  const progress = buildProgress(context);
  try {
    return await buildSpecs(specs, { cwd: context.io.cwd, outDir: out, force, cache, progress });
  } finally {
    progress.end();
  }
}
