import { CommanderError } from 'commander';
import { EXIT } from './exit-code.ts';
import type { CliIo } from './io.ts';
import { nodeProblem } from './node-version.ts';
import { createProgram } from './program.ts';

/**
 * Runs the command line with these arguments (without node and the script); resolves with the exit code, never rejects.
 * `run` resolves once the integration listens, which then keeps the process alive.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<number> {
  const { program, exitCode } = createProgram(io);
  try {
    const problem = nodeProblem(process.versions.node);
    if (problem !== undefined) throw (await import('./diagnostic-error.ts')).failWith('FR6014', problem);
    if (argv.length === 0) {
      program.outputHelp();
      return EXIT.ok;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode();
  } catch (error) {
    // Help and version end the parsing by an error, too.
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.ok;
    const { reportFailure } = await import('./report-failure.ts');
    return await reportFailure(error, argv, program, io);
  }
}
