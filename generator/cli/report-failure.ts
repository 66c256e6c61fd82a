import { type Command, CommanderError } from 'commander';
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { DiagnosticError } from './diagnostic-error.ts';
import { exitCodeOf } from './exit-code.ts';
import type { CliIo } from './io.ts';
import { writeDiagnostics } from './render/write-diagnostics.ts';
import { usageError } from './usage-error.ts';

/** Reports what kept a command from its work; returns the exit code. No stack trace, except where it is asked for. */
export async function reportFailure(
  error: unknown,
  argv: readonly string[],
  program: Command,
  io: CliIo,
): Promise<number> {
  const diagnostics = diagnosticsOf(error, argv, program);
  const end = argv.indexOf('--');
  const json = argv.slice(0, end === -1 ? argv.length : end).includes('--json');
  writeDiagnostics(diagnostics, { io, json }, new Map());
  if (isDebug(io) && error instanceof Error && !(error instanceof CommanderError))
    io.stderr.write(`${error.stack ?? error.message}\n`);
  return exitCodeOf(diagnostics);
}

function diagnosticsOf(error: unknown, argv: readonly string[], program: Command): readonly Diagnostic[] {
  if (error instanceof CommanderError) return [usageError(error, argv, program)];
  if (error instanceof DiagnosticError) return error.diagnostics;
  const [reason = ''] = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n');
  const stage = program.commands.find((one) => argv.includes(one.name()))?.name() ?? 'the command line';
  return [
    {
      ...diagnostic('FR9001', { stage, reason }),
      fix: 'run again with FLOWRIGHT_DEBUG=1 for the details, and report them with the spec',
    },
  ];
}

function isDebug({ env }: CliIo): boolean {
  const value = env['FLOWRIGHT_DEBUG'];
  return value !== undefined && value !== '' && value !== '0';
}
