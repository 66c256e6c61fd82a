import type { Command } from 'commander';
import { EXAMPLES } from '../examples.ts';
import type { CommandContext } from '../io.ts';

/** Runs a command's work and keeps its exit code. */
export type Does = (work: (context: CommandContext) => Promise<number>) => Promise<void>;

/** `flowright gaps`, a group to which subcommands are added; what one does is imported when it is called. */
export function addGapCommands(program: Command, does: Does): void {
  const gaps = program
    .command('gaps')
    .summary('list, test and fill the gaps of specs')
    .description(
      'Lists the gaps of specs: the functions of business logic that a person or a model fills, each with its state, its examples and where its body comes from. Writes nothing.',
    )
    .argument('[specs...]', 'spec files, folders or globs; the current folder where none is given')
    .action((specs: string[]) =>
      does(async (context) => (await import('./list-command.ts')).listCommand(specs, context)),
    );

  for (const command of gaps.commands) command.addHelpText('after', `\n${EXAMPLES[`gaps ${command.name()}`] ?? ''}`);
}
