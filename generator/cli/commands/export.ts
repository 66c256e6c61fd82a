import { diagnostic } from '../../diagnostics/diagnostic.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import { loadSpecs } from '../../load/load-specs.ts';
import { exportArazzo } from '../../openapi/arazzo/export-arazzo.ts';
import { writeYaml } from '../../openapi/write-yaml.ts';
import { failWith } from '../diagnostic-error.ts';
import { EXIT, exitCodeOf } from '../exit-code.ts';
import { writeText } from '../import/write-text.ts';
import type { CommandContext } from '../io.ts';
import { writeDiagnostics } from '../render/write-diagnostics.ts';
import { writeJson } from '../render/write-json.ts';

export interface ExportOptions {
  readonly out?: string;
}

/** `flowright export arazzo SPEC`: its workflows as an Arazzo document, and what was lost. */
export async function exportCommand(
  _format: 'arazzo',
  name: string,
  { out }: ExportOptions,
  context: CommandContext,
): Promise<number> {
  const { io, json } = context;
  const { specs, diagnostics, sources } = await loadSpecs([name], { cwd: io.cwd });
  const [loaded, ...others] = specs;
  if (loaded === undefined) {
    writeDiagnostics(diagnostics, context, sources);
    return exitCodeOf(diagnostics);
  }
  if (others.length > 0)
    throw failWith('FR6001', { problem: `'${name}' stands for several specs`, fix: 'name one of them' });
  const { document, remarks } = exportArazzo(loaded.spec);
  const lost = remarks.map(({ of, what }) => diagnostic('FR3006', { of, what }));
  const text = out?.endsWith('.json') === true ? `${JSON.stringify(document, null, 2)}\n` : writeYaml(document);
  const file = out === undefined ? undefined : await writeText(out, text, io.cwd);
  if (json) writeJson(io.stdout, { version: 1, ...(file === undefined ? { document } : { file }), diagnostics: lost });
  else {
    if (lost.length > 0)
      io.stderr.write(`${renderHuman(lost, { sources, stream: io.stderr, width: io.stderr.columns ?? 100 })}\n`);
    io.stdout.write(file === undefined ? text : `${file}\n`);
  }
  return EXIT.ok;
}
