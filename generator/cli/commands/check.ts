import { paintFor } from '../../diagnostics/render/colour.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import { checkSpecs } from '../../pipeline/check-specs.ts';
import { exitCodeOf } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { checkJson, renderCheck } from '../render/check-report.ts';
import { writeJson } from '../render/write-json.ts';

/** `flowright check [specs…]` */
export async function checkCommand(specs: readonly string[], { io, json }: CommandContext): Promise<number> {
  const { stdout, cwd } = io;
  const report = await checkSpecs(specs.length === 0 ? ['.'] : specs, { cwd });
  if (json) writeJson(stdout, checkJson(report));
  else {
    const problems = renderHuman(report.diagnostics, {
      sources: report.sources,
      stream: stdout,
      width: stdout.columns ?? 100,
    });
    const result = renderCheck(report, paintFor(stdout));
    stdout.write(problems + (problems === '' || result === '' ? '' : '\n') + result);
  }
  return exitCodeOf(report.diagnostics);
}
