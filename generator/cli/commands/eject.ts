import { ejectFiles } from '../../write/eject.ts';
import { DiagnosticError } from '../diagnostic-error.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { CommandContext } from '../io.ts';
import { writeJson } from '../render/write-json.ts';

export interface EjectOptions {
  readonly undo?: boolean;
}

/** `flowright eject FILE…` */
export async function ejectCommand(
  paths: readonly string[],
  { undo = false }: EjectOptions,
  { io, json }: CommandContext,
): Promise<ExitCode> {
  const { files, diagnostics } = await ejectFiles(paths, { cwd: io.cwd, undo });
  if (diagnostics.length > 0) throw new DiagnosticError(diagnostics);
  if (json) writeJson(io.stdout, { version: 1, [undo ? 'givenBack' : 'ejected']: files });
  else
    for (const file of files)
      io.stdout.write(
        undo
          ? `${file} is generated again: the next build shows what differs\n`
          : `${file} is yours: builds leave it alone, and check that it fits\n`,
      );
  return EXIT.ok;
}
