import { paintFor } from '../../diagnostics/render/colour.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { diffJson, renderDiff } from '../render/diff-report.ts';
import { writeJson } from '../render/write-json.ts';
import { compare } from './compare.ts';

export interface DiffOptions {
  readonly out: string;
  readonly stat?: boolean;
}

/** `flowright diff [specs…]` */
export async function diffCommand(
  specs: readonly string[],
  { out, stat = false }: DiffOptions,
  context: CommandContext,
): Promise<number> {
  const { stdout, cwd } = context.io;
  const report = await compare(specs, out, context);
  if (context.json) writeJson(stdout, diffJson(report, { stat, cwd }));
  else {
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
    const problems = renderHuman(errors, { sources: report.sources, stream: stdout, width: stdout.columns ?? 100 });
    const result = renderDiff(report, { stat, cwd, paint: paintFor(stdout) });
    stdout.write([problems, result].filter((text) => text !== '').join('\n'));
  }
  const code = exitCodeOf(report.diagnostics);
  if (code !== EXIT.ok) return code;
  return report.integrations.some(({ changes }) => changes.length > 0) ? EXIT.failed : EXIT.ok;
}
