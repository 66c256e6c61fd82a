import { paintFor } from '../../diagnostics/render/colour.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import { findGaps } from '../../pipeline/find-gaps.ts';
import { exitCodeOf, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { writeJson } from '../render/write-json.ts';
import { gapsJson, renderGaps } from './gaps-report.ts';

/** `flowright gaps [specs…]`: what gaps there are, and their states by hashes alone. */
export async function listCommand(specs: readonly string[], { io, json }: CommandContext): Promise<ExitCode> {
  const { stdout, cwd } = io;
  const report = await findGaps(specs.length === 0 ? ['.'] : specs, { cwd });
  if (json) writeJson(stdout, gapsJson(report));
  else {
    const { diagnostics, sources } = report;
    const problems = renderHuman(diagnostics, { sources, stream: stdout, width: stdout.columns ?? 100 });
    stdout.write([problems, renderGaps(report, paintFor(stdout), stdout)].filter((text) => text !== '').join('\n'));
  }
  return exitCodeOf(report.diagnostics);
}
