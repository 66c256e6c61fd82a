import { paintFor } from '../../diagnostics/render/colour.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { frozenJson, isFrozen, renderFrozen } from '../render/frozen-report.ts';
import { writeJson } from '../render/write-json.ts';
import { compare } from './compare.ts';

/** `flowright build --frozen [specs…]`: whether the outputs are what the specs say, and complete. Writes nothing. */
export async function frozenCommand(specs: readonly string[], out: string, context: CommandContext): Promise<number> {
  const { stdout, cwd } = context.io;
  const report = await compare(specs, out, context);
  if (context.json) writeJson(stdout, frozenJson(report, cwd));
  else {
    const { diagnostics, sources } = report;
    const problems = renderHuman(diagnostics, { sources, stream: stdout, width: stdout.columns ?? 100 });
    const result = renderFrozen(report, cwd, paintFor(stdout));
    stdout.write([problems, result].filter((text) => text !== '').join('\n'));
  }
  const code = exitCodeOf(report.diagnostics);
  if (code !== EXIT.ok) return code;
  return report.integrations.every(isFrozen) ? EXIT.ok : EXIT.failed;
}
