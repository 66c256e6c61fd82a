import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import type { IntegrationSpec } from '../../spec/types.ts';
import { writeYaml } from '../../openapi/write-yaml.ts';
import { exitCodeOf } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { count } from '../../diagnostics/render/count.ts';
import { writeJson } from '../render/write-json.ts';
import { writeText } from './write-text.ts';

export interface Shown {
  readonly spec: IntegrationSpec;
  readonly diagnostics: readonly Diagnostic[];
  /** The first lines of the file: comments. */
  readonly head: string;
}

/** A spec on standard output, or in a file; what was lost, beside it. */
export async function showImport(
  { spec, diagnostics, head }: Shown,
  out: string | undefined,
  { io, json }: CommandContext,
): Promise<number> {
  const text = head + writeYaml({ ...spec });
  const file = out === undefined ? undefined : await writeText(out, text, io.cwd);
  if (json) writeJson(io.stdout, { version: 1, ...(file === undefined ? { spec } : { file }), diagnostics });
  else {
    if (diagnostics.length > 0)
      io.stderr.write(
        `${renderHuman(diagnostics, { sources: new Map(), stream: io.stderr, width: io.stderr.columns ?? 100 })}\n`,
      );
    if (file === undefined) io.stdout.write(text);
    else {
      const parts = [
        count(Object.keys(spec.endpoints ?? {}).length, 'endpoint'),
        count(Object.keys(spec.models ?? {}).length, 'model'),
        count(Object.keys(spec.workflows).length, 'workflow'),
      ];
      io.stdout.write(`${file}: ${parts.join(', ')}\n`);
    }
  }
  return exitCodeOf(diagnostics);
}
