import type { Command } from 'commander';
import { collect } from '../collect.ts';
import { EXAMPLES } from '../examples.ts';
import { addFillCommands } from './add-fill-commands.ts';
import type { CommandContext } from '../io.ts';
import type { AdoptOptions } from './adopt-command.ts';

/** Runs a command's work and keeps its exit code. */
export type Does = (work: (context: CommandContext) => Promise<number>) => Promise<void>;

/** `flowright gaps` and its subcommands; what one does is imported when it is called. */
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

  gaps
    .command('verify')
    .summary('test the bodies of gaps against their contracts')
    .description(
      'Tests every body: its hashes, the rules for its code, its types, all examples (the hidden ones, too) and generated inputs in a sandbox. Needs no key and no network, writes nothing, and exits 1 where a gap is not ok.',
    )
    .argument('[specs...]', 'spec files, folders or globs; the current folder where none is given')
    .action((specs: string[]) =>
      does(async (context) => (await import('./verify-command.ts')).verifyCommand(specs, context)),
    );

  gaps
    .command('adopt')
    .summary('accept bodies that were written or changed by hand')
    .description(
      'Tests the bodies of gaps, and locks those that pass. Where there is no body yet it writes one to start from, with the types that it needs.',
    )
    .argument('<integration>', "the integration's name")
    .argument('[gaps...]', 'its gaps; all that are not ok where none is given')
    .option('-s, --spec <spec>', SPEC_HELP, collect, [])
    .action((integration: string, names: string[], options: AdoptOptions) =>
      does(async (context) => (await import('./adopt-command.ts')).adoptCommand(integration, names, options, context)),
    );

  addFillCommands(gaps, does);
  for (const command of gaps.commands) command.addHelpText('after', `\n${EXAMPLES[`gaps ${command.name()}`] ?? ''}`);
}

const SPEC_HELP = 'where its spec is: a file, a folder or a glob; repeatable; the current folder where absent';
