import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { renderHuman } from '../../diagnostics/render/human.ts';
import { renderJson } from '../../diagnostics/render/json.ts';
import type { CommandContext } from '../io.ts';

/** Writes what kept a command from its result: on standard error for people, as the result with `--json`. */
export function writeDiagnostics(
  diagnostics: readonly Diagnostic[],
  { io, json }: CommandContext,
  sources: ReadonlyMap<string, string>,
): void {
  if (json) io.stdout.write(renderJson(diagnostics));
  else io.stderr.write(renderHuman(diagnostics, { sources, stream: io.stderr, width: io.stderr.columns ?? 100 }));
}
