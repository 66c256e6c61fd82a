import { Option, type Command } from 'commander';
import { collect } from '../collect.ts';
import type { Does } from './add-commands.ts';
import { countOption, dollarsOption, priceOption, promptOption, repeatOption, urlOption } from './option-values.ts';
import { DEFAULT_MODEL, RECORDINGS, UNSPECIFIED_MODEL, type FillOptions } from './fill-options.ts';
import type { PromptCommandOptions } from './prompt-command.ts';
import type { RecordOptions } from './record-command.ts';

const INSECURE = 'send the key also to another machine without encryption (http://)';

/** `gaps fill`, `gaps prompt` and `gaps record`: what has to do with asking a model. */
export function addFillCommands(gaps: Command, does: Does): void {
  promptOptions(
    gaps
      .command('fill')
      .summary('have gaps filled by a model')
      .description(
        'Asks a model for the bodies of gaps that are missing, stale or broken. A body is written, with its lock, once it keeps the rules for code, has the types, and gives what every example says; one that fails is sent back with what is wrong, three times at most. What was edited by hand is left alone.',
      )
      .argument('[integration]', "the integration's name; all of them where none is given")
      .argument('[gaps...]', 'its gaps; all that have to be filled where none is given'),
    `the model that is asked; ${DEFAULT_MODEL}, or ${UNSPECIFIED_MODEL} with --provider replay, where absent`,
  )
    .addOption(
      new Option('--provider <provider>', 'who answers: the Messages API, or replies that were recorded')
        .choices(['anthropic', 'replay'])
        .default('anthropic'),
    )
    .option('--base-url <url>', 'a server that speaks the Messages API, without /v1', urlOption)
    .option('--insecure', INSECURE)
    .option('--recordings <dir>', 'where recorded replies are', RECORDINGS)
    .addOption(
      new Option('--record', 'keep replies as recordings; those that are recorded are not asked for').conflicts(
        'batch',
      ),
    )
    .option('--budget <dollars>', 'start no ask that could exceed this many US dollars', dollarsOption)
    .option(
      '--batch',
      'ask all first tries in one batch, at half the price; it may take a day, and a run that was ended goes on with it',
    )
    .option('--concurrency <n>', 'how many gaps are filled at once', countOption, 4)
    .option('--all', 'also gaps that are filled and fit')
    .option('--force', 'also bodies that were edited by hand: they are overwritten')
    .action((integration: string | undefined, names: string[], options: FillOptions) =>
      does(async (context) => (await import('./fill-command.ts')).fillCommand(integration, names, options, context)),
    );

  promptOptions(
    gaps
      .command('prompt')
      .summary('show what a model would be asked')
      .description(
        'Prints exactly what would be sent to fill a gap, and about how many tokens and dollars it takes; with --json the body of the request.',
      )
      .argument('<integration>', "the integration's name")
      .argument('<gap>', 'one of its gaps'),
    `the model; ${DEFAULT_MODEL} where absent`,
  )
    .option('--count', 'have the API count the tokens, which costs nothing')
    .option('--base-url <url>', 'a server that speaks the Messages API, without /v1', urlOption)
    .option('--insecure', INSECURE)
    .action((integration: string, gap: string, options: PromptCommandOptions) =>
      does(async (context) => (await import('./prompt-command.ts')).promptCommand(integration, gap, options, context)),
    );

  promptOptions(
    gaps
      .command('record')
      .summary('keep a reply that was carried over by hand')
      .description(
        'Keeps a reply to what gaps prompt prints as a recording, so that gaps fill --provider replay fills the gap from it: no key is needed.',
      )
      .argument('<integration>', "the integration's name")
      .argument('<gap>', 'one of its gaps'),
    `whose reply it is said to be; ${UNSPECIFIED_MODEL} where absent`,
  )
    .requiredOption('--reply <file>', 'the reply as it was given; - for standard input')
    .option('--recordings <dir>', 'where recorded replies are', RECORDINGS)
    .option('--repeat <n>', 'which reply to the same prompt it is, from 0', repeatOption, 0)
    .action((integration: string, gap: string, options: RecordOptions) =>
      does(async (context) => (await import('./record-command.ts')).recordCommand(integration, gap, options, context)),
    );
}

/** What all three share: what a prompt is made of. */
function promptOptions(command: Command, model: string): Command {
  return command
    .option(
      '-s, --spec <spec>',
      'where the specs are: a file, a folder or a glob; repeatable; the current folder where absent',
      collect,
      [],
    )
    .option('--model <model>', model)
    .option(
      '--price <in/out>',
      'US dollars for a million tokens in and out, of a model whose price is not known',
      priceOption,
    )
    .option('--prompt <version>', 'the prompt: fill@v1', promptOption)
    .option('--prompts <dir>', 'a folder of prompts of your own')
    .option(
      '--attach <file>',
      'a text that the model is shown: FILE, or FILE:ROLE to say what it is; repeatable',
      collect,
      [],
    );
}
